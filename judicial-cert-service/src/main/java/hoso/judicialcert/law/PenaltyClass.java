package hoso.judicialcert.law;

/// Main penalties as expungement tells them apart: without prison to be served, prison for a time, for life.
public enum PenaltyClass {
    LIGHT,
    PRISON,
    LIFE
}
