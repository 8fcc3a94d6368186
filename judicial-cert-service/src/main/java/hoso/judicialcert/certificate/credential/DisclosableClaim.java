package hoso.judicialcert.certificate.credential;

import hoso.judicialcert.law.Words;

/// What can be shown of a certificate, each by itself or not at all.
enum DisclosableClaim {
    NO_RECORD("no_record", "Không có án tích", "No criminal record"),
    RECORD_SCOPE("record_scope", "Phạm vi thông tin án tích", "What time the record is about"),
    RECORD("record", "Án tích", "Criminal record"),
    KIND("kind", "Loại phiếu", "Kind of certificate"),
    NUMBER("certificate_number", "Số phiếu", "Certificate number"),
    DOSSIER_CODE("dossier_code", "Mã hồ sơ", "Dossier code"),
    AGENCY("issuing_agency", "Cơ quan cấp", "Issuing agency"),
    ISSUED_ON("issue_date", "Ngày cấp", "Date of issue"),
    FULL_NAME("name", "Họ và tên", "Full name"),
    BIRTH_DATE("birthdate", "Ngày sinh", "Date of birth"),
    SEX("sex", "Giới tính", "Sex"),
    PERSONAL_NUMBER("personal_number", "Số định danh cá nhân", "Personal number");

    private final String key;
    private final String vi;
    private final String en;

    DisclosableClaim(String key, String vi, String en) {
        this.key = key;
        this.vi = vi;
        this.en = en;
    }

    String key() {
        return key;
    }

    Words label() {
        return new Words(vi, en);
    }
}
