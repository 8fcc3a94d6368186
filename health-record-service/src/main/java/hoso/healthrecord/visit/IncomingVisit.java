package hoso.healthrecord.visit;

import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Visit;

/// A document that was read: its bytes as sent, and what they say.
record IncomingVisit(byte[] bytes, DocumentFormat format, Visit visit) implements Sensitive {
    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
