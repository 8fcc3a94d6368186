package hoso.judicialcert.certificate.signing;

import hoso.judicialcert.certificate.log.Seal;
import jakarta.inject.Singleton;

/// Checkpoints of the issuance log are signed with the key that signs certificates.
@Singleton
class StatementSeal implements Seal {
    private final SignedStatement statements;

    StatementSeal(SignedStatement statements) {
        this.statements = statements;
    }

    @Override
    public String sealed(String type, String payload) {
        return statements.sign(type, payload);
    }
}
