package hoso.judicialcert.certificate.issue;

import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.register.matching.Finding;

/// What the register gave when a certificate was issued, kept so that it can be compared and never read.
public interface RegisterFingerprints {

    /// Whether it was kept: certificates issued before there were re-checks cannot be compared.
    boolean areKept(CertificateId certificate);

    /// Whether the register gives today what it gave then, so that a certificate issued today would say the same.
    /// Somebody who may or may not be the same person and was not weighed then is not the same: only a new
    /// certificate, and an officer, can tell.
    boolean areStill(CertificateId certificate, Finding today);
}
