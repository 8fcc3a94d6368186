package hoso.judicialcert.register.conviction;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.person.Person;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ban on holding posts, founding or managing enterprises and co-operatives: pronounced in a judgment, or by itself,
/// as in a bankruptcy.
///
/// @param post what is forbidden, as the authority wrote it
/// @param until its last day; null when it is not known, and then the ban lasts
/// @param judgment the criminal judgment it stands in, if it does
public record Ban(
        UUID id,
        Person person,
        String authority,
        String number,
        LocalDate decidedOn,
        String post,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable UUID judgment)
        implements Entry, Sensitive {

    public boolean lastsOn(LocalDate day) {
        return until == null || !until.isBefore(day);
    }

    /// The same, with the name of the authority as the register spells it.
    public Ban from(String spelled) {
        return new Ban(id, person, spelled, number, decidedOn, post, from, until, judgment);
    }

    public boolean saysTheSameAs(Ban other) {
        return new Ban(other.id, person, authority, number, decidedOn, post, from, until, judgment).equals(other);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
