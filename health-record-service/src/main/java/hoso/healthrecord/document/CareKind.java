package hoso.healthrecord.document;

import org.jspecify.annotations.Nullable;

/// The form of care of a visit (`MA_LOAI_KCB`; the list grew to 16 codes in 2026, so an unknown one is `OTHER`).
public enum CareKind {
    EXAMINATION("01"),
    OUTPATIENT_TREATMENT("02"),
    INPATIENT("03"),
    DAY_INPATIENT("04"),
    CHRONIC_OUTPATIENT("05"),
    COMMUNE_STATION_STAY("06"),
    SCHEDULED_MEDICATION("07"),
    OUTPATIENT_SEVERAL_DAYS("08"),
    INPATIENT_UNDER_4_HOURS("09"),
    OTHER("");

    private final String code;

    CareKind(String code) {
        this.code = code;
    }

    public static CareKind of(@Nullable String code) {
        for (var kind : values()) {
            if (kind != OTHER && kind.code.equals(code)) {
                return kind;
            }
        }
        return OTHER;
    }
}
