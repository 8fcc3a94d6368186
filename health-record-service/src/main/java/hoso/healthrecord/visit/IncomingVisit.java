package hoso.healthrecord.visit;

import hoso.chassis.hash.Sha256;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Fingerprint;
import hoso.healthrecord.document.Visit;

/// A document that was read: its bytes as sent, and what they say.
///
/// @param sha256 of the bytes
/// @param fingerprint of what they say of the visit: equal when only the day of the export differs
record IncomingVisit(byte[] bytes, DocumentFormat format, Visit visit, byte[] sha256, byte[] fingerprint)
        implements Sensitive {
    static IncomingVisit of(byte[] bytes, DocumentFormat format, Visit visit) {
        return new IncomingVisit(
                bytes,
                format,
                visit,
                Sha256.of(bytes),
                Fingerprint.of(format, bytes, visit.origin().signature()));
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
