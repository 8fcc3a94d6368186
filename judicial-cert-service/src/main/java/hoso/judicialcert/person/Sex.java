package hoso.judicialcert.person;

/// As the population register says it.
public enum Sex {
    MALE,
    FEMALE,
    UNDETERMINED
}
