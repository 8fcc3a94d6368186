package hoso.judicialcert.register.conviction;

/// What a decision that follows a judgment says of it.
public enum ExecutionStep {
    BEGUN,
    POSTPONED,
    SUSPENDED,
    REDUCED,
    MAIN_PENALTY_FINISHED,
    PROBATION_FINISHED,
    ADDITIONAL_PENALTY_FINISHED,
    CIVIL_OBLIGATIONS_FULFILLED,
    COURT_FEE_PAID,
    /// Of what is left of the main penalty: it counts as served (Penal Code Art. 73.4).
    EXEMPTED,
    STATUTE_EXPIRED,
    GENERAL_AMNESTY,
    SPECIAL_AMNESTY,
    EXPUNGED_BY_COURT,
    EXPUNGEMENT_REFUSED,
    /// The authority that keeps the register verified that the conviction is expunged by itself (Decree 216/2026 Art.
    /// 12, 13).
    EXPUNGEMENT_VERIFIED;

    /// Whether the main penalty is over with it.
    boolean endsMainPenalty() {
        return switch (this) {
            case MAIN_PENALTY_FINISHED, PROBATION_FINISHED, EXEMPTED, SPECIAL_AMNESTY -> true;
            case BEGUN,
                    POSTPONED,
                    SUSPENDED,
                    REDUCED,
                    ADDITIONAL_PENALTY_FINISHED,
                    CIVIL_OBLIGATIONS_FULFILLED,
                    COURT_FEE_PAID,
                    STATUTE_EXPIRED,
                    GENERAL_AMNESTY,
                    EXPUNGED_BY_COURT,
                    EXPUNGEMENT_REFUSED,
                    EXPUNGEMENT_VERIFIED -> false;
        };
    }
}
