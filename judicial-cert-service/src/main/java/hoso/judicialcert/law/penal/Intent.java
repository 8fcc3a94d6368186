package hoso.judicialcert.law.penal;

/// With what mind an offence was committed (Penal Code 2015 Art. 10, 11).
public enum Intent {
    INTENTIONAL,
    UNINTENTIONAL
}
