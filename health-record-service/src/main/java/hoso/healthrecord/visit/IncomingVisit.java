package hoso.healthrecord.visit;

import hoso.chassis.personal.Hidden;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Visit;

/// A document that was read: its bytes as sent, and what they say.
record IncomingVisit(byte[] bytes, DocumentFormat format, Visit visit) implements Hidden {
    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
