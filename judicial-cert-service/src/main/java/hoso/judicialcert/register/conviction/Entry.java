package hoso.judicialcert.register.conviction;

import hoso.judicialcert.person.Person;
import java.util.UUID;

/// What the register holds about a person.
public sealed interface Entry permits Conviction, Ban {

    UUID id();

    Person person();
}
