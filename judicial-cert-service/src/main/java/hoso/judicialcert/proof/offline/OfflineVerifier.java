package hoso.judicialcert.proof.offline;

import hoso.chassis.hash.Sha256;
import hoso.judicialcert.proof.document.Examined;
import hoso.judicialcert.proof.document.QrImage;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.LogProofReader;
import hoso.judicialcert.proof.statement.OpenedQr;
import hoso.judicialcert.proof.statement.QrText;
import hoso.judicialcert.proof.statement.SignedQrReader;
import hoso.judicialcert.proof.statement.StatusList;
import hoso.judicialcert.proof.statement.StatusListReader;
import hoso.judicialcert.proof.statement.TrustBundle;
import hoso.judicialcert.proof.statement.TrustBundleJson;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The stand-alone verifier: reads files, asks nobody, prints what is to be thought of them.
public final class OfflineVerifier {
    private static final int VALID = 0;
    private static final int NOT_VALID = 1;
    private static final int UNDETERMINED = 2;
    private static final int LARGEST = 5 << 20;
    private final Clock clock;
    private final InputStream in;
    private final PrintStream out;

    public OfflineVerifier(Clock clock, InputStream in, PrintStream out) {
        this.clock = clock;
        this.in = in;
        this.out = out;
    }

    /// Does what was typed, and answers with the exit status that `--help` tells.
    public int run(List<String> arguments) {
        try {
            var typed = Typed.of(arguments);
            if (typed.has("--help") || typed.words().isEmpty()) {
                help();
                return typed.has("--help") ? VALID : MisuseException.MISUNDERSTOOD;
            }
            return new Run(typed, trust(typed)).go();
        } catch (MisuseException e) {
            out.println("verifier: " + e.getMessage() + " (--help tells what there is)");
            return e.status();
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

    private TrustBundle trust(Typed typed) throws MisuseException {
        var anchors = new ArrayList<X509Certificate>();
        var signers = new ArrayList<X509Certificate>();
        for (var file : typed.all("--trust")) {
            var bundle = TrustBundleJson.read(read(file))
                    .orElseThrow(() -> MisuseException.unreadable(file + " is no trust bundle"));
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
            throw MisuseException.misunderstood("whom to believe? --trust FILE, or --anchor and --signer");
        }
        return TrustBundle.of(anchors, signers);
    }

    private X509Certificate certificate(String file) throws MisuseException {
        try {
            return TrustBundleJson.certificate(new String(read(file), StandardCharsets.US_ASCII));
        } catch (CertificateException _) {
            throw MisuseException.unreadable(file + " is no certificate in PEM");
        }
    }

    /// A file, or what is piped in for `-`; never more than a certificate may have.
    private byte[] read(String file) throws MisuseException {
        try (var source = file.equals("-") ? in : Files.newInputStream(Path.of(file))) {
            var bytes = source.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw MisuseException.unreadable(file + " has more than 5 MB");
            }
            return bytes;
        } catch (IOException _) {
            throw MisuseException.unreadable(file + " cannot be read");
        }
    }

    private final class Run {
        private final Typed typed;
        private final TrustBundle trust;
        private final VerdictWriter writer;

        private Run(Typed typed, TrustBundle trust) throws MisuseException {
            this.typed = typed;
            this.trust = trust;
            var language = typed.one("--lang").orElse("vi");
            if (!Set.of("vi", "en").contains(language)) {
                throw MisuseException.misunderstood("--lang is vi or en");
            }
            this.writer = new VerdictWriter(Texts.of(Locale.of(language)), out, typed.has("--json"));
        }

        int go() throws MisuseException {
            var words = typed.words();
            return switch (words.getFirst()) {
                case "trust" -> anchors();
                case "pdf" -> pdf(file(words));
                case "qr" -> qr(file(words));
                case "receipt" -> receipt(file(words));
                default -> throw MisuseException.misunderstood("there is no command " + words.getFirst());
            };
        }

        private static String file(List<String> words) throws MisuseException {
            if (words.size() != 2) {
                throw MisuseException.misunderstood(words.getFirst() + " needs one file, or - for what is piped in");
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

        private int pdf(String file) throws MisuseException {
            var bytes = read(file);
            var examined = Examined.of(bytes, trust);
            var seals = examined.traces().seals().stream()
                    .flatMap(text -> QrText.read(text).stream())
                    .map(text -> SignedQrReader.open(text, trust))
                    .toList();
            return report(check().document(examined.doubts(), seals, isLogged(Sha256.hex(bytes))));
        }

        private int qr(String file) throws MisuseException {
            var bytes = read(file);
            var text = QrImage.text(bytes)
                    .or(() -> Optional.of(new String(bytes, StandardCharsets.UTF_8)))
                    .flatMap(QrText::read)
                    .filter(QrText::isSealed);
            return report(check().paper(text.map(seal -> SignedQrReader.open(seal, trust))
                    .orElse(new OpenedQr.Refused(Doubt.UNREADABLE))));
        }

        private OfflineCheck check() throws MisuseException {
            var lists = new ArrayList<StatusList>();
            for (var file : typed.all("--status")) {
                // One that is not signed by the agency tells nothing, and is told of.
                var list = StatusListReader.open(new String(read(file), StandardCharsets.US_ASCII), trust);
                if (list.isEmpty()) {
                    throw MisuseException.unreadable(file + " is no status list of the agency");
                }
                lists.add(list.get());
            }
            var hours = typed.number("--max-age");
            return new OfflineCheck(
                    lists, clock.instant(), Duration.ofHours(hours == null ? 25 : hours), typed.number("--max-days"));
        }

        private Optional<Boolean> isLogged(String digest) throws MisuseException {
            var file = typed.one("--log-proof");
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LogProofReader.holds(read(file.get()), digest, trust));
        }

        private int report(OfflineCheck.Verdict verdict) {
            writer.write(verdict);
            return switch (verdict.result()) {
                case VALID -> VALID;
                case STATUS_UNDETERMINED -> UNDETERMINED;
                case REVOKED, SUPERSEDED, EXPIRED_FOR_PURPOSE, ALTERED, UNKNOWN_ISSUER, NOT_IN_LOG, UNKNOWN ->
                    NOT_VALID;
            };
        }

        private int receipt(String file) throws MisuseException {
            var receipt = VerificationReceiptJson.open(new String(read(file), StandardCharsets.US_ASCII), trust);
            var of = typed.one("--of");
            var isOfIt =
                    of.isEmpty() || receipt.isEmpty() || receipt.get().subject().equals(subject(of.get()));
            writer.write(receipt, isOfIt);
            return receipt.isPresent() && isOfIt ? VALID : NOT_VALID;
        }

        /// A document by its bytes, a paper by the text of its QR code.
        private String subject(String file) throws MisuseException {
            var bytes = read(file);
            var qr = QrImage.text(bytes)
                    .or(() -> Optional.of(new String(bytes, StandardCharsets.UTF_8)))
                    .flatMap(QrText::read);
            return Sha256.hex(qr.map(text -> text.code().getBytes(StandardCharsets.US_ASCII))
                    .orElse(bytes));
        }
    }
}
