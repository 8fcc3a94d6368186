package hoso.judicialcert.law.penal;

/// How grave an offence is, lightest first (Penal Code 2015 Art. 9).
public enum Gravity {
    LESS_SERIOUS,
    SERIOUS,
    VERY_SERIOUS,
    ESPECIALLY_SERIOUS
}
