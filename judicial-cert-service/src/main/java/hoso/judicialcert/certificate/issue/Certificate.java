package hoso.judicialcert.certificate.issue;

import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import java.time.Instant;

/// A certificate that was issued. One request has at most one.
///
/// @param number the number on the document, such as `12/2026/HSNV-LLTP`, or `3/2026/HSNV-LLTP2` on No. 2
/// @param template the rule whose wording it is written in
/// @param digest SHA-256 of the signed document, hexadecimal
/// @param size of the signed document, in bytes
/// @param standing whether it still counts
/// @param statusIndex its place in the status lists, from 0
public record Certificate(
        CertificateId id,
        RequestId request,
        CitizenId holder,
        String number,
        CertificateKind kind,
        String agency,
        String template,
        Instant issuedAt,
        String digest,
        long size,
        Standing standing,
        long statusIndex) {}
