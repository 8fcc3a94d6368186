package wrong.chassis;

/// A chassis that knows what a certificate is.
class CertificateCupboard {}
