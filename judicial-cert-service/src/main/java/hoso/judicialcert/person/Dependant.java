package hoso.judicialcert.person;

import hoso.chassis.personal.Sensitive;
import java.time.LocalDate;

/// A person somebody asks for, as they name them; the population register has to know them so, and the relation.
public record Dependant(Relation relation, String personalNumber, String fullName, LocalDate birthDate)
        implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
