package hoso.healthrecord.document;

import org.jspecify.annotations.Nullable;

/// The result of treatment (`KET_QUA_DTRI`).
public enum Outcome {
    CURED("1"),
    BETTER("2"),
    UNCHANGED("3"),
    WORSE("4"),
    DIED("5"),
    TAKEN_HOME_GRAVE("6"),
    UNDETERMINED("7"),
    DIED_OUTSIDE("8");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    public static @Nullable Outcome of(@Nullable String code) {
        for (var outcome : values()) {
            if (outcome.code.equals(code)) {
                return outcome;
            }
        }
        return null;
    }
}
