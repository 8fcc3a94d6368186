package hoso.judicialcert.register;

import hoso.judicialcert.law.CertificateKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/// The register as the other features ask it.
public interface Register {

    /// What the register says to a question.
    Finding find(Question question);

    /// What stands on a certificate.
    ///
    /// @param attributed the candidates an officer found to be the person
    Extract extract(Question question, Collection<UUID> attributed);

    /// What the register says of a person on a day for certificate No. 1 without bans.
    default Finding find(Person person, LocalDate day) {
        return find(new Question(person, CertificateKind.NO_1, false, day));
    }
}
