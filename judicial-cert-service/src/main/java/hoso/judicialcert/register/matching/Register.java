package hoso.judicialcert.register.matching;

import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.person.Person;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The register as the other features ask it.
public interface Register {

    /// What the register says to a question.
    Finding find(Question question);

    /// The same, and until the transaction ends nothing about the person is entered, corrected or annulled: what a
    /// certificate says is true at the moment it is issued, and what comes then comes after it.
    Finding lock(Question question);

    /// All that was found, each entry once as `id@version`, in an order of its own. The version counts up when the
    /// entry is corrected, and when a decision on its execution is entered or annulled.
    List<String> versions(Finding finding);

    /// What stands on a certificate.
    ///
    /// @param attributed the candidates an officer found to be the person
    Extract extract(Question question, Collection<UUID> attributed);

    /// What the register says of a person on a day for certificate No. 1 without bans.
    default Finding find(Person person, LocalDate day) {
        return find(new Question(person, CertificateKind.NO_1, false, day));
    }
}
