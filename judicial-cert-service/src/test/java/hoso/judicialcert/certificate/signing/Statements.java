package hoso.judicialcert.certificate.signing;

/// Statements for tests, signed as the service does it.
public final class Statements {
    private Statements() {}

    public static String sign(Authority authority, String type, String payload) {
        return new SignedStatement(authority.signatory()).sign(type, payload);
    }
}
