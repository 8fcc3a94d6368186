package hoso.judicialcert.certificate.issue;

import hoso.judicialcert.certificate.pdf.VerificationCode;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import java.util.List;
import java.util.Optional;

/// All certificates that were issued.
public interface Certificates {

    Optional<Certificate> find(CertificateId id);

    /// The same for its holder, and for who asked for it; somebody else's is not there, nor for its holder one that was
    /// asked for in proceedings.
    Optional<Certificate> find(CertificateId id, CitizenId holder);

    /// As it is now, whatever this transaction read of it before: for whoever has waited for the lock of its case.
    Optional<Certificate> reread(CertificateId id);

    /// The certificate whose document has this SHA-256, hexadecimal.
    Optional<Certificate> withDigest(String digest);

    /// The certificates with this number on them: each agency counts its own, and some have the same letters.
    List<Certificate> withNumber(String number);

    /// The certificate with this code, whoever holds it.
    Optional<Certificate> withCode(VerificationCode code);

    /// The certificate with this code, if it is that of a person with these fields. A wrong code and wrong
    /// fields take the same work.
    Optional<Certificate> withCode(VerificationCode code, HolderFields fields);

    /// The highest place in the status lists that was given away, 0 when none was.
    long lastStatusIndex();

    /// The signed document.
    byte[] document(Certificate certificate);
}
