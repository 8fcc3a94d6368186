package hoso.judicialcert.certificate.pdf;

import org.jspecify.annotations.Nullable;

/// Whom the certificate is about.
record PersonSection(Lettering page, Content content) {

    void write() {
        var applicant = content.applicant();
        var sex = "sex." + applicant.sex().name();
        var residence = applicant.permanentAddress();
        page.field("fullName", applicant.fullName(), null);
        page.field("sex", page.text(sex), page.text(sex + ".en"));
        page.field("birthDate", Lettering.date(applicant.birthDate()), null);
        page.field("birthplace", page.orAbsent(applicant.birthplace()), null);
        page.field("nationality", page.orAbsent(applicant.nationality()), null);
        page.field("residence", page.orAbsent(residence == null ? null : residence.text()), null);
        page.field("document", applicant.personalNumber(), null);
        family("father", applicant.fatherName());
        family("mother", applicant.motherName());
        family("spouse", applicant.spouseName());
    }

    /// Parents and spouse stand on No. 2 only (Law 28/2009 Art. 43.1).
    private void family(String key, @Nullable String name) {
        if (page.has(key)) {
            page.field(key, page.orAbsent(name), null);
        }
    }
}
