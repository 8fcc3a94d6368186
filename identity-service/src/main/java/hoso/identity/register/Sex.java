package hoso.identity.register;

/// Sex as the population register states it. `UNDETERMINED` ("Chưa xác định") occurs in health data and old files.
public enum Sex {
    MALE,
    FEMALE,
    UNDETERMINED
}
