package hoso.healthrecord.document;

import hoso.healthrecord.hiv.HivRules;

/// The number of the rules by which a visit is made of its document. What was stored under a smaller number is made
/// again.
public final class DerivationRules {
    /// Grows with each change of what is shown of a document.
    private static final int SHOWN = 1;

    /// Both numbers in one: a change of either makes it grow.
    public static final int VERSION = SHOWN * 1_000 + HivRules.VERSION;

    private DerivationRules() {}
}
