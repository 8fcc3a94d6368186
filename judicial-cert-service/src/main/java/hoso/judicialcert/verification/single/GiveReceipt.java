package hoso.judicialcert.verification.single;

import hoso.chassis.hash.Sha256;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.certificate.log.InclusionProof;
import hoso.judicialcert.certificate.signing.SignedStatement;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.VerificationReceipt;
import hoso.judicialcert.proof.statement.VerificationReceiptJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// States what was asked and answered, signed, for whoever has to show later that they checked.
@ApplicationScoped
class GiveReceipt {
    private final SignedStatement statement;
    private final Clock clock;
    private final String issuer;

    GiveReceipt(SignedStatement statement, Clock clock, JudicialCertConfig config) {
        this.statement = statement;
        this.clock = clock;
        this.issuer = config.publicUrl().toString();
    }

    /// How something was shown.
    enum Way {
        DOCUMENT,
        DIGEST,
        QR,
        FIELDS
    }

    /// @param subject SHA-256 of what was checked, hexadecimal
    String of(Asked asked, Way way, String subject, Verdict verdict) {
        var terms = asked.terms();
        var purpose = terms.purpose();
        var receipt = new VerificationReceipt(
                issuer,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                asked.reference().orElse(""),
                way.name(),
                subject,
                verdict.result(),
                doubts(verdict),
                purpose == null ? null : purpose.code(),
                terms.maxAgeDays(),
                proof(verdict).map(GiveReceipt::checkpoint).orElse(null));
        return statement.sign(VerificationReceiptJson.TYPE, VerificationReceiptJson.payload(receipt));
    }

    private static Optional<InclusionProof> proof(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid(var issued) -> issued.proof();
            case Verdict.Ended(var issued, var _, var _) -> issued.proof();
            case Verdict.Expired(var issued, var _) -> issued.proof();
            case Verdict.Doubted _ -> Optional.empty();
        };
    }

    private static VerificationReceipt.Checkpoint checkpoint(InclusionProof proof) {
        var checkpoint = proof.checkpoint();
        return new VerificationReceipt.Checkpoint(
                checkpoint.size(), HexFormat.of().formatHex(checkpoint.root()));
    }

    /// What a receipt calls a paper: a code has 80 random bits, so nobody finds it by its digest.
    static String ofCode(String code) {
        return Sha256.hex(code.getBytes(StandardCharsets.US_ASCII));
    }

    static List<Doubt> doubts(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid _, Verdict.Ended _, Verdict.Expired _ -> List.of();
            case Verdict.Doubted(var _, var doubts) -> doubts.stream().sorted().toList();
        };
    }
}
