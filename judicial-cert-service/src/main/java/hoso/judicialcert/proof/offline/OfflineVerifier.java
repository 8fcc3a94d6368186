package hoso.judicialcert.proof.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.chassis.hash.Sha256;
import hoso.judicialcert.proof.document.Examined;
import hoso.judicialcert.proof.document.QrImage;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.LogProofReader;
import hoso.judicialcert.proof.statement.OpenedQr;
import hoso.judicialcert.proof.statement.QrText;
import hoso.judicialcert.proof.statement.SignedQr;
import hoso.judicialcert.proof.statement.SignedQrReader;
import hoso.judicialcert.proof.statement.StatementReader;
import hoso.judicialcert.proof.statement.StatusList;
import hoso.judicialcert.proof.statement.StatusListReader;
import hoso.judicialcert.proof.statement.TrustBundle;
import hoso.judicialcert.proof.statement.TrustBundleJson;
import hoso.judicialcert.proof.statement.VerificationReceipt;
import hoso.judicialcert.proof.statement.VerificationReceiptJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The stand-alone verifier: reads files, asks nobody, prints what is to be thought of them.
public final class OfflineVerifier {
    private static final int VALID = 0;
    private static final int NOT_VALID = 1;
    private static final int UNDETERMINED = 2;
    private static final int MISUNDERSTOOD = 64;
    private static final int UNREADABLE = 66;
    private static final int LARGEST = 5 << 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Set<String> WITH_VALUE = Set.of(
            "--trust", "--anchor", "--signer", "--status", "--max-age", "--max-days", "--log-proof", "--of", "--lang");

    private final Clock clock;
    private final InputStream in;
    private final PrintStream out;

    public OfflineVerifier(Clock clock, InputStream in, PrintStream out) {
        this.clock = clock;
        this.in = in;
        this.out = out;
    }

    /// What was typed cannot be understood, or a file not be read; told to whoever typed it.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    /// What was typed.
    private record Typed(List<String> words, Map<String, List<String>> options) {

        static Typed of(List<String> arguments) throws Refused {
            var words = new ArrayList<String>();
            var options = new HashMap<String, List<String>>();
            for (var i = 0; i < arguments.size(); i++) {
                var word = arguments.get(i);
                if (WITH_VALUE.contains(word)) {
                    i++;
                    if (i == arguments.size()) {
                        throw new Refused(MISUNDERSTOOD, word + " needs a value");
                    }
                    options.computeIfAbsent(word, _ -> new ArrayList<>()).add(arguments.get(i));
                } else if (word.equals("--json") || word.equals("--help")) {
                    options.put(word, List.of());
                } else if (word.startsWith("--")) {
                    throw new Refused(MISUNDERSTOOD, "there is no option " + word);
                } else {
                    words.add(word);
                }
            }
            return new Typed(words, options);
        }

        boolean has(String option) {
            return options.containsKey(option);
        }

        List<String> all(String option) {
            return options.getOrDefault(option, List.of());
        }

        Optional<String> one(String option) {
            return all(option).stream().reduce((_, last) -> last);
        }

        @Nullable
        Integer number(String option) throws Refused {
            var text = one(option);
            if (text.isEmpty()) {
                return null;
            }
            if (!text.get().matches("[0-9]{1,5}")) {
                throw new Refused(MISUNDERSTOOD, option + " is a whole number");
            }
            return Integer.valueOf(text.get());
        }
    }

    /// Does what was typed, and answers with the exit status that `--help` tells.
    public int run(List<String> arguments) {
        try {
            var typed = Typed.of(arguments);
            if (typed.has("--help") || typed.words().isEmpty()) {
                help();
                return typed.has("--help") ? VALID : MISUNDERSTOOD;
            }
            return new Run(typed, trust(typed)).go();
        } catch (Refused e) {
            out.println("verifier: " + e.getMessage() + " (--help tells what there is)");
            return e.status;
        }
    }

    private void help() {
        try (var text = OfflineVerifier.class.getResourceAsStream("verifier-help.txt")) {
            if (text != null) {
                out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private TrustBundle trust(Typed typed) throws Refused {
        var anchors = new ArrayList<X509Certificate>();
        var signers = new ArrayList<X509Certificate>();
        for (var file : typed.all("--trust")) {
            var bundle = TrustBundleJson.read(read(file))
                    .orElseThrow(() -> new Refused(UNREADABLE, file + " is no trust bundle"));
            anchors.addAll(bundle.anchors());
            signers.addAll(bundle.signers().values());
        }
        for (var file : typed.all("--anchor")) {
            anchors.add(certificate(file));
        }
        for (var file : typed.all("--signer")) {
            signers.add(certificate(file));
        }
        if (anchors.isEmpty() || signers.isEmpty()) {
            throw new Refused(MISUNDERSTOOD, "whom to believe? --trust FILE, or --anchor and --signer");
        }
        return TrustBundle.of(anchors, signers);
    }

    private X509Certificate certificate(String file) throws Refused {
        try {
            return TrustBundleJson.certificate(new String(read(file), StandardCharsets.US_ASCII));
        } catch (CertificateException _) {
            throw new Refused(UNREADABLE, file + " is no certificate in PEM");
        }
    }

    /// A file, or what is piped in for `-`; never more than a certificate may have.
    private byte[] read(String file) throws Refused {
        try (var source = file.equals("-") ? in : Files.newInputStream(Path.of(file))) {
            var bytes = source.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Refused(UNREADABLE, file + " has more than 5 MB");
            }
            return bytes;
        } catch (IOException _) {
            throw new Refused(UNREADABLE, file + " cannot be read");
        }
    }

    private final class Run {
        private final Typed typed;
        private final TrustBundle trust;
        private final Texts texts;

        private Run(Typed typed, TrustBundle trust) throws Refused {
            this.typed = typed;
            this.trust = trust;
            var language = typed.one("--lang").orElse("vi");
            if (!Set.of("vi", "en").contains(language)) {
                throw new Refused(MISUNDERSTOOD, "--lang is vi or en");
            }
            this.texts = Texts.of(Locale.of(language));
        }

        int go() throws Refused {
            var words = typed.words();
            return switch (words.getFirst()) {
                case "trust" -> anchors();
                case "pdf" -> pdf(file(words));
                case "qr" -> qr(file(words));
                case "receipt" -> receipt(file(words));
                default -> throw new Refused(MISUNDERSTOOD, "there is no command " + words.getFirst());
            };
        }

        private static String file(List<String> words) throws Refused {
            if (words.size() != 2) {
                throw new Refused(MISUNDERSTOOD, words.getFirst() + " needs one file, or - for what is piped in");
            }
            return words.get(1);
        }

        private int anchors() {
            trust.anchors()
                    .forEach(anchor -> out.println(
                            "anchor " + TrustBundle.fingerprint(anchor) + "  " + anchor.getSubjectX500Principal()));
            trust.signers()
                    .forEach((key, signer) -> out.println("signer " + key + "  " + signer.getSubjectX500Principal()));
            return VALID;
        }

        private int pdf(String file) throws Refused {
            var bytes = read(file);
            var examined = Examined.of(bytes, trust);
            var seals = examined.traces().seals().stream()
                    .flatMap(text -> QrText.read(text).stream())
                    .map(text -> SignedQrReader.open(text, trust))
                    .toList();
            return report(check().document(examined.doubts(), seals, isLogged(Sha256.hex(bytes))));
        }

        private int qr(String file) throws Refused {
            var bytes = read(file);
            var text = QrImage.text(bytes)
                    .or(() -> Optional.of(new String(bytes, StandardCharsets.UTF_8)))
                    .flatMap(QrText::read)
                    .filter(QrText::isSealed);
            return report(check().paper(text.map(seal -> SignedQrReader.open(seal, trust))
                    .orElse(new OpenedQr.Refused(Doubt.UNREADABLE))));
        }

        private OfflineCheck check() throws Refused {
            var lists = new ArrayList<StatusList>();
            for (var file : typed.all("--status")) {
                // One that is not signed by the agency tells nothing, and is told of.
                var list = StatusListReader.open(new String(read(file), StandardCharsets.US_ASCII), trust);
                if (list.isEmpty()) {
                    throw new Refused(UNREADABLE, file + " is no status list of the agency");
                }
                lists.add(list.get());
            }
            var hours = typed.number("--max-age");
            return new OfflineCheck(
                    lists, clock.instant(), Duration.ofHours(hours == null ? 25 : hours), typed.number("--max-days"));
        }

        private Optional<Boolean> isLogged(String digest) throws Refused {
            var file = typed.one("--log-proof");
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LogProofReader.holds(read(file.get()), digest, trust));
        }

        private int report(OfflineCheck.Verdict verdict) {
            if (typed.has("--json")) {
                out.println(json(verdict));
            } else {
                print(verdict);
            }
            return switch (verdict.result()) {
                case VALID -> VALID;
                case STATUS_UNDETERMINED -> UNDETERMINED;
                case REVOKED, SUPERSEDED, EXPIRED_FOR_PURPOSE, ALTERED, UNKNOWN_ISSUER, NOT_IN_LOG, UNKNOWN ->
                    NOT_VALID;
            };
        }

        private void print(OfflineCheck.Verdict verdict) {
            out.println(verdict.result() + ": " + texts.of("result." + verdict.result()));
            verdict.doubts().forEach(doubt -> out.println("  - " + doubt + ": " + texts.of("doubt." + doubt)));
            verdict.statusAge()
                    .ifPresent(age -> line("status-age", age.toHours() + " h " + age.toMinutesPart() + " min"));
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

        private int receipt(String file) throws Refused {
            var receipt = VerificationReceiptJson.open(new String(read(file), StandardCharsets.US_ASCII), trust);
            var of = typed.one("--of");
            var isOfIt =
                    of.isEmpty() || receipt.isEmpty() || receipt.get().subject().equals(subject(of.get()));
            if (typed.has("--json")) {
                var json = StatementReader.JSON.createObjectNode().put("genuine", receipt.isPresent() && isOfIt);
                receipt.ifPresent(
                        one -> json.set("receipt", StatementReader.parsed(VerificationReceiptJson.payload(one))));
                out.println(json);
            } else if (receipt.isEmpty()) {
                out.println(texts.of("receipt.not"));
            } else {
                out.println(texts.of(isOfIt ? "receipt.genuine" : "receipt.other"));
                print(receipt.get());
            }
            return receipt.isPresent() && isOfIt ? VALID : NOT_VALID;
        }

        private void print(VerificationReceipt receipt) {
            line("receipt.issuer", receipt.issuer());
            line("receipt.at", receipt.issuedAt().toString());
            line("receipt.reference", receipt.reference());
            line("receipt.way", receipt.way());
            line("receipt.subject", receipt.subject());
            line("receipt.result", receipt.result() + " (" + texts.of("result." + receipt.result()) + ")");
            if (!receipt.doubts().isEmpty()) {
                line(
                        "receipt.reasons",
                        receipt.doubts().stream().map(Enum::name).collect(Collectors.joining(", ")));
            }
        }

        /// A document by its bytes, a paper by the text of its QR code.
        private String subject(String file) throws Refused {
            var bytes = read(file);
            var qr = QrImage.text(bytes)
                    .or(() -> Optional.of(new String(bytes, StandardCharsets.UTF_8)))
                    .flatMap(QrText::read);
            return Sha256.hex(qr.map(text -> text.code().getBytes(StandardCharsets.US_ASCII))
                    .orElse(bytes));
        }
    }
}
