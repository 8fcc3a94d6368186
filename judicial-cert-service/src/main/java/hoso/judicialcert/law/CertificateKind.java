package hoso.judicialcert.law;

/// The two certificates of Law 28/2009 Art. 41: what the holder shows to others, and what only procedure agencies and
/// the holder may know in full.
public enum CertificateKind {
    NO_1,
    NO_2
}
