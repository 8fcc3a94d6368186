package hoso.healthrecord.document;

import hoso.chassis.personal.Sensitive;

/// A document as the app may have it, decided by the rules of this moment and not by those of the day it came.
public sealed interface HandedOut {
    /// The document byte for byte.
    record Whole(byte[] bytes) implements HandedOut, Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// The document without what the law keeps back; it says so itself.
    record Cut(byte[] bytes) implements HandedOut, Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Nothing: the visit is HIV care, which any part of its document would tell.
    record Withheld() implements HandedOut {}
}
