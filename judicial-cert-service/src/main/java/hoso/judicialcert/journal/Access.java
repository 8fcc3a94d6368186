package hoso.judicialcert.journal;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.person.CertificateId;
import org.jspecify.annotations.Nullable;

/// An access by somebody else than the one it is about: shown, referred or refused.
///
/// @param certificate null when none was looked at
/// @param purpose what for, in the words of the one who asked or of the holder who shared
/// @param legalBasis `CONSENT`, or the article and procedure that was named
/// @param detail a code that says more: the answer given, or why nothing was shown
public record Access(
        Subject subject,
        Kind kind,
        Party party,
        @Nullable CertificateId certificate,
        String purpose,
        String legalBasis,
        View view,
        Outcome outcome,
        String detail)
        implements Sensitive {

    /// On the ground that the holder agreed.
    public static final String CONSENT = "CONSENT";

    /// By which door.
    public enum Kind {
        SHARE_OPENED,
        SHARE_DOCUMENT,
        RECHECK,
        AGENCY_QUERY,
        AGENCY_CERTIFICATE,
        OFFICER_CASE
    }

    /// What was to be seen.
    public enum View {
        /// Number, kind, agency, day and standing of a certificate.
        STANDING,
        /// Whether there is something new, and nothing else.
        NEWS,
        DOCUMENT,
        NO_1,
        NO_2,
        /// A request beside the register.
        CASE
    }

    /// What came of it.
    public enum Outcome {
        SHOWN,
        /// Left to an officer: nothing was shown.
        REFERRED,
        REFUSED
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
