package hoso.healthrecord.sharing.link;

/// The flags of a SMART Health Link.
///
/// @param longTerm `L`: what it shows may change over time
/// @param passcode `P`: it is opened with a passcode
/// @param direct `U`: its address is that of the one file
public record Flags(boolean longTerm, boolean passcode, boolean direct) {
    public Flags {
        if (passcode && direct) {
            throw new IllegalArgumentException("U is not used in combination with P");
        }
    }

    /// The letters, in alphabetical order.
    public String letters() {
        return (longTerm ? "L" : "") + (passcode ? "P" : "") + (direct ? "U" : "");
    }

    static Flags of(String letters) {
        return new Flags(letters.contains("L"), letters.contains("P"), letters.contains("U"));
    }
}
