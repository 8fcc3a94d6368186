package hoso.judicialcert.law.penal;

/// Main penalties as expungement tells them apart: without prison to be served, prison for a time, for life.
public enum PenaltyClass {
    LIGHT,
    PRISON,
    LIFE
}
