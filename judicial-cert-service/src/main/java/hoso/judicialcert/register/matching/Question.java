package hoso.judicialcert.register.matching;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.person.Person;
import java.time.LocalDate;

/// What the register is asked: about whom, for which certificate, and on which day.
///
/// @param bans whether bans are to be told: always for No. 2, for No. 1 when the applicant wants it (Law 28/2009 Art.
/// 42.3)
public record Question(Person person, CertificateKind kind, boolean bans, LocalDate day) implements Sensitive {

    public Question {
        bans = bans || kind == CertificateKind.NO_2;
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
