package hoso.judicialcert.verification;

import hoso.judicialcert.certificate.Certificate;
import java.util.Set;

/// What is to be thought of a document that somebody shows.
sealed interface Verdict {

    /// Byte for byte what was issued.
    record Valid(Certificate certificate) implements Verdict {}

    /// Made from a certificate of ours, or carrying its code or number, but not what was issued.
    record Altered(Set<Doubt> doubts) implements Verdict {}

    /// Nothing of ours.
    record Unknown(Set<Doubt> doubts) implements Verdict {}

    /// What else was seen, for whoever has to explain it.
    enum Doubt {
        /// No document with these bytes was ever issued.
        NOT_IN_REGISTER,
        /// It is no PDF, or a damaged one.
        UNREADABLE,
        /// It would take too much to look into it.
        TOO_COMPLEX,
        NO_SIGNATURE,
        /// The signature does not belong to these bytes.
        SIGNATURE_BROKEN,
        /// Signed, and then something was added.
        CHANGED_AFTER_SIGNING,
        /// Signed by nobody we know, whatever name it bears.
        ISSUER_NOT_TRUSTED
    }
}
