package hoso.judicialcert.certificate.signing;

import hoso.judicialcert.certificate.log.CheckpointSigner;
import jakarta.inject.Singleton;

/// Checkpoints of the issuance log are signed with the key that signs certificates.
@Singleton
class KeyCheckpointSigner implements CheckpointSigner {
    private final SignedStatement statements;

    KeyCheckpointSigner(SignedStatement statements) {
        this.statements = statements;
    }

    @Override
    public String sealed(String type, String payload) {
        return statements.sign(type, payload);
    }
}
