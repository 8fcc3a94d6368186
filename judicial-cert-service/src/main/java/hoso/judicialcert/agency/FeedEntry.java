package hoso.judicialcert.agency;

import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.person.CertificateId;
import java.time.Instant;

/// A certificate was issued, or its standing changed.
record FeedEntry(
        FeedCursor place,
        CertificateId certificate,
        CertificateKind kind,
        String agency,
        String standing,
        Instant at,
        String digest) {}
