package hoso.judicialcert.request;

/// As the population register says it.
public enum Sex {
    MALE,
    FEMALE,
    UNDETERMINED
}
