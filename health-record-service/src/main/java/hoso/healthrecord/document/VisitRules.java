package hoso.healthrecord.document;

import java.time.ZoneOffset;
import java.util.regex.Pattern;

/// What holds for a visit in either format.
public final class VisitRules {
    /// Times in documents without an offset are local; Viet Nam has one zone and no summer time.
    public static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    /// Code of a facility (`MA_CSKCB`).
    public static final Pattern FACILITY = Pattern.compile("[0-9]{2}[0-9A-Z]{3}");

    /// Key of an episode (`MA_LK`).
    public static final Pattern EPISODE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}\\p{Cn}]{1,100}");

    /// The most letters in a name.
    public static final int NAME_LENGTH = 255;

    /// Stands in where a flaw is already noted, so that the rest can still be looked through.
    public static final BirthDate NO_BIRTH_DATE = new BirthDate(1900, 0, 0);

    private VisitRules() {}
}
