package hoso.judicialcert.verification.single;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.certificate.log.InclusionProof;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.RecordScope;
import hoso.judicialcert.proof.statement.Result;
import hoso.judicialcert.proof.statement.SignedQr;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told: nothing about the holder, nothing about what the certificate says, but what a QR code just shown said.
///
/// @param certificate of what is what was issued
/// @param ended since when it does not count, and why
/// @param lastDay until when it counted for the purpose
/// @param paper what the QR code says, to be compared with the page
/// @param log the proof that the issuance log holds it; missing for the seconds until the next checkpoint
/// @param receipt signed, when a reference was named
@JsonInclude(JsonInclude.Include.ALWAYS)
record VerdictBody(
        Result result,
        List<Doubt> reasons,
        @Nullable About certificate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Ended ended,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate lastDay,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Paper paper,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Logged log,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String receipt) {

    record About(String number, CertificateKind kind, String agency, Instant issuedAt) {
        static About of(Certificate certificate) {
            return new About(certificate.number(), certificate.kind(), certificate.agency(), certificate.issuedAt());
        }
    }

    record Ended(Instant since, @Nullable String reason) {
        static Ended of(Standing standing) {
            return switch (standing) {
                case Standing.Revoked(var since, var reason) -> new Ended(since, reason);
                case Standing.Superseded(var since, var _) -> new Ended(since, null);
                case Standing.Valid(var since) -> new Ended(since, null);
            };
        }
    }

    /// What stands on the page, if it is the page that was issued.
    record Paper(
            String number,
            String fullName,
            LocalDate birthDate,
            String numberEnd,
            LocalDate issuedOn,
            int judgments,
            RecordScope recordScope)
            implements Sensitive {
        static Paper of(SignedQr seal) {
            return new Paper(
                    seal.number(),
                    seal.fullName(),
                    seal.birthDate(),
                    seal.numberEnd(),
                    seal.issuedOn(),
                    seal.judgments(),
                    seal.scope());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// That the issuance log holds it, as `GET /issuance-log/proofs/{digest}` tells it.
    record Logged(Entry entry, Signed checkpoint, List<String> path) {
        static Logged of(InclusionProof proof) {
            var checkpoint = proof.checkpoint();
            return new Logged(
                    new Entry(proof.entry().sequence(), proof.entry().text()),
                    new Signed(
                            checkpoint.size(),
                            HexFormat.of().formatHex(checkpoint.root()),
                            checkpoint.at(),
                            checkpoint.statement()),
                    proof.path().stream().map(HexFormat.of()::formatHex).toList());
        }
    }

    record Entry(long sequence, String text) {}

    record Signed(long size, String root, Instant at, String statement) {}

    static VerdictBody of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid(var issued) -> body(verdict, issued, null, null);
            case Verdict.Ended(var issued, var standing, var _) -> body(verdict, issued, Ended.of(standing), null);
            case Verdict.Expired(var issued, var lastDay) -> body(verdict, issued, null, lastDay);
            case Verdict.Doubted _ -> body(verdict, null, null, null);
        };
    }

    private static VerdictBody body(
            Verdict verdict, @Nullable Issued issued, @Nullable Ended ended, @Nullable LocalDate lastDay) {
        return new VerdictBody(
                verdict.result(),
                GiveReceipt.doubts(verdict),
                issued == null ? null : About.of(issued.certificate()),
                ended,
                lastDay,
                null,
                issued == null ? null : issued.proof().map(Logged::of).orElse(null),
                null);
    }

    VerdictBody with(@Nullable SignedQr seal, @Nullable String signed) {
        return new VerdictBody(
                result, reasons, certificate, ended, lastDay, seal == null ? null : Paper.of(seal), log, signed);
    }
}
