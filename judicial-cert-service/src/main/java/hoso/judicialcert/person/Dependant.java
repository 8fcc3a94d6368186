package hoso.judicialcert.person;

import hoso.chassis.personal.Hidden;
import java.time.LocalDate;

/// A person somebody asks for, as they name them; the population register has to know them so, and the relation.
public record Dependant(Relation relation, String personalNumber, String fullName, LocalDate birthDate)
        implements Hidden {

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
