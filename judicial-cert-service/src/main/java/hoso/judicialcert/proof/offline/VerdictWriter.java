package hoso.judicialcert.proof.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.judicialcert.proof.statement.SignedQr;
import hoso.judicialcert.proof.statement.StatementReader;
import hoso.judicialcert.proof.statement.VerificationReceipt;
import hoso.judicialcert.proof.statement.VerificationReceiptJson;
import java.io.PrintStream;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes verdicts, for people or as JSON.
final class VerdictWriter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Texts texts;
    private final PrintStream out;
    private final boolean isJson;

    VerdictWriter(Texts texts, PrintStream out, boolean isJson) {
        this.texts = texts;
        this.out = out;
        this.isJson = isJson;
    }

    /// Writes what is to be thought of a certificate.
    void write(OfflineCheck.Verdict verdict) {
        if (isJson) {
            out.println(json(verdict));
        } else {
            print(verdict);
        }
    }

    /// Writes what is to be thought of a receipt.
    ///
    /// @param receipt empty when it is not genuine
    /// @param isOfIt whether it is about the file that was given with it
    void write(Optional<VerificationReceipt> receipt, boolean isOfIt) {
        if (isJson) {
            var json = StatementReader.JSON.createObjectNode().put("genuine", receipt.isPresent() && isOfIt);
            receipt.ifPresent(one -> json.set("receipt", StatementReader.parsed(VerificationReceiptJson.payload(one))));
            out.println(json);
        } else if (receipt.isEmpty()) {
            out.println(texts.of("receipt.not"));
        } else {
            out.println(texts.of(isOfIt ? "receipt.genuine" : "receipt.other"));
            print(receipt.get());
        }
    }

    private void print(OfflineCheck.Verdict verdict) {
        out.println(verdict.result() + ": " + texts.of("result." + verdict.result()));
        verdict.doubts().forEach(doubt -> out.println("  - " + doubt + ": " + texts.of("doubt." + doubt)));
        verdict.statusAge().ifPresent(age -> line("status-age", age.toHours() + " h " + age.toMinutesPart() + " min"));
        verdict.seal().ifPresent(seal -> {
            out.println(texts.of("compare"));
            line("number", seal.number());
            line("full-name", seal.fullName());
            line("birth-date", DAY.format(seal.birthDate()));
            line("number-end", seal.numberEnd());
            line("issued-on", DAY.format(seal.issuedOn()));
            line("judgments", judgments(seal));
        });
    }

    private String judgments(SignedQr seal) {
        if (seal.judgments() > 0) {
            return String.valueOf(seal.judgments());
        }
        return switch (seal.scope()) {
            case ALL -> texts.of("no-record");
            case RESIDENCE_IN_VN -> texts.of("no-record-in-residence");
        };
    }

    private void line(String label, String value) {
        out.println("  " + texts.of(label) + ": " + value);
    }

    private ObjectNode json(OfflineCheck.Verdict verdict) {
        var json = StatementReader.JSON.createObjectNode();
        json.put("result", verdict.result().name());
        var reasons = json.putArray("reasons");
        verdict.doubts().forEach(doubt -> reasons.add(doubt.name()));
        verdict.statusAge().ifPresent(age -> json.put("statusAgeSeconds", age.toSeconds()));
        verdict.seal()
                .ifPresent(seal -> json.putObject("paper")
                        .put("number", seal.number())
                        .put("kind", seal.kind())
                        .put("agency", seal.agency())
                        .put("fullName", seal.fullName())
                        .put("birthDate", seal.birthDate().toString())
                        .put("numberEnd", seal.numberEnd())
                        .put("issuedOn", seal.issuedOn().toString())
                        .put("judgments", seal.judgments())
                        .put("recordScope", seal.scope().name()));
        return json;
    }

    private void print(VerificationReceipt receipt) {
        line("receipt.issuer", receipt.issuer());
        line("receipt.at", receipt.issuedAt().toString());
        line("receipt.reference", receipt.reference());
        line("receipt.way", receipt.way());
        line("receipt.subject", receipt.subject());
        line("receipt.result", receipt.result() + " (" + texts.of("result." + receipt.result()) + ")");
        if (!receipt.doubts().isEmpty()) {
            line("receipt.reasons", receipt.doubts().stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
    }
}
