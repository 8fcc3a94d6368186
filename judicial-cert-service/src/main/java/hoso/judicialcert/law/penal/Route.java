package hoso.judicialcert.law.penal;

/// On which way a conviction is expunged, the mildest first (Penal Code 2015 Art. 107, 70, 71).
public enum Route {
    JUVENILE,
    AUTOMATIC,
    COURT
}
