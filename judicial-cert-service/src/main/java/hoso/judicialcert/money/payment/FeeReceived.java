package hoso.judicialcert.money.payment;

import hoso.judicialcert.request.lifecycle.CertificateRequest;
import java.time.Instant;

/// The fee of a request is complete; heard within the transaction in which it came in.
public record FeeReceived(CertificateRequest request, Instant at) {}
