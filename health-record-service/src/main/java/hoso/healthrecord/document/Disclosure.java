package hoso.healthrecord.document;

import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.hiv.HivRules;

/// What the app may not show.
///
/// @param hivCare is the visit HIV care? Then it is shown as where and when only, and its document not at all
/// @param withheld is anything in the document kept from the app? Then it is handed out without that
/// @param rules number of the rules by which this was decided; 0 before they were numbered
public record Disclosure(boolean hivCare, boolean withheld, int rules) implements Sensitive {
    /// Decided by the rules of today.
    public Disclosure(boolean hivCare, boolean withheld) {
        this(hivCare, withheld, HivRules.VERSION);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
