package hoso.judicialcert.register;

import java.time.LocalDate;

/// The register as the other features ask it.
public interface Register {

    /// What the register says of a person on a day.
    Finding find(Person person, LocalDate day);
}
