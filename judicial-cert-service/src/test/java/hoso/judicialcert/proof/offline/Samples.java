package hoso.judicialcert.proof.offline;

import hoso.chassis.hash.Sha256;
import hoso.chassis.testing.TestClock;
import hoso.judicialcert.certificate.log.Act;
import hoso.judicialcert.certificate.log.LogEntry;
import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.certificate.signing.Authority;
import hoso.judicialcert.certificate.signing.Statements;
import hoso.judicialcert.proof.document.Traces;
import hoso.judicialcert.proof.statement.MerkleTree;
import hoso.judicialcert.proof.statement.Result;
import hoso.judicialcert.proof.statement.StatusList;
import hoso.judicialcert.proof.statement.StatusListReader;
import hoso.judicialcert.proof.statement.TrustBundleJson;
import hoso.judicialcert.proof.statement.VerificationReceipt;
import hoso.judicialcert.proof.statement.VerificationReceiptJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A folder with what a verifier is shown and what it takes along: certificate, forgeries, QR code, status lists,
/// receipt.
public final class Samples {
    private final Path folder;
    private final Authority ours = new Authority();

    private Samples(Path folder) {
        this.folder = folder;
    }

    /// Writes the folder; for the test of the program as it is handed out.
    public static void main(String[] arguments) throws IOException {
        in(Path.of(arguments[0]));
    }

    static void in(Path folder) throws IOException {
        Files.createDirectories(folder);
        new Samples(folder).write();
    }

    private void write() throws IOException {
        var now = TestClock.now();
        var certificate = Documents.signed(ours);
        Files.write(folder.resolve("certificate.pdf"), certificate);
        var flipped = certificate.clone();
        flipped[certificate.length / 3] ^= 1;
        Files.write(folder.resolve("flipped.pdf"), flipped);
        Files.write(folder.resolve("over.pdf"), Documents.signedAgain(new Authority(), certificate));
        Files.write(folder.resolve("stranger.pdf"), Documents.signed(new Authority()));
        Files.write(folder.resolve("neighbour.pdf"), Documents.signed(ours.neighbour()));
        text("nothing.pdf", "nothing");
        text("trust.json", "{\"anchors\":" + keys(ours.anchor()) + ",\"signers\":" + keys(ours.signer()) + "}");
        text("anchor.pem", TrustBundleJson.pem(ours.anchor()));
        text("signer.pem", TrustBundleJson.pem(ours.signer()));
        var qr = Traces.of(certificate).seals().iterator().next();
        text("qr.txt", "https://hoso.example.vn/verify#" + qr + "\n");
        text("copied.txt", "1" + qr.substring(1));
        picture(certificate);
        text("fresh.jwt", list(now, 0));
        text("stale.jwt", list(now.minus(Duration.ofHours(20)), 0));
        text("revoked.jwt", list(now.minus(Duration.ofHours(20)), 1));
        text("forged.jwt", list(new Authority(), now, 0));
        text(
                "receipt.jws",
                Statements.sign(
                        ours,
                        VerificationReceiptJson.TYPE,
                        VerificationReceiptJson.payload(receipt(certificate, now))));
        text("proof.json", proof(Sha256.hex(certificate), now));
    }

    private void text(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String keys(X509Certificate certificate) {
        var pem = TrustBundleJson.pem(certificate).replace("\n", "\\n");
        return "[{\"certificate\":\"" + pem + "\"}]";
    }

    private void picture(byte[] certificate) throws IOException {
        try (var document = Loader.loadPDF(certificate)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 200);
            ImageIO.write(image, "png", folder.resolve("paper.png").toFile());
        }
    }

    private static VerificationReceipt receipt(byte[] certificate, Instant now) {
        return new VerificationReceipt(
                "https://hoso.example.vn",
                Instant.ofEpochSecond(now.getEpochSecond()),
                "HR-2026/17",
                "DOCUMENT",
                Sha256.hex(certificate),
                Result.VALID,
                List.of(),
                null,
                null,
                null);
    }

    private String list(Instant at, int entry) throws IOException {
        return list(ours, at, entry);
    }

    /// A status list as it is published, good for half a day, in which the certificates of these tests have one entry.
    private static String list(Authority authority, Instant at, int entry) throws IOException {
        var bits = new byte[(int) StatusList.ENTRIES / 4];
        var place = (int) (Documents.STATUS_INDEX % StatusList.ENTRIES);
        bits[place / 4] = (byte) (entry << (place % 4 * 2));
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(bits);
        }
        var payload = """
                {"sub":"https://hoso.example.vn/status-lists/%d","iat":%d,"exp":%d,"ttl":43200,"status_list":{"bits":2,"lst":"%s"}}
                """.formatted(
                        StatusList.numberOf(Documents.STATUS_INDEX),
                        at.getEpochSecond(),
                        at.getEpochSecond() + 43_200,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray()));
        return Statements.sign(authority, StatusListReader.TYPE, payload);
    }

    /// That the second of two entries is this document's.
    private String proof(String digest, Instant now) {
        var first = new LogEntry(0, new UUID(0, 1), Act.ISSUED, "ab".repeat(32), now, new byte[32]);
        var entry = new LogEntry(1, new UUID(0, 2), Act.ISSUED, digest, now, first.hash());
        var hex = HexFormat.of();
        var root = hex.formatHex(MerkleTree.inner(first.hash(), entry.hash()));
        var statement = Statements.sign(
                ours,
                "hoso-checkpoint+jwt",
                "{\"iat\":" + now.getEpochSecond() + ",\"size\":2,\"root\":\"" + root + "\"}");
        return "{\"entry\":{\"text\":\"" + entry.text().replace("\n", "\\n") + "\"},\"checkpoint\":{\"statement\":\""
                + statement + "\"},\"path\":[\"" + hex.formatHex(first.hash()) + "\"]}";
    }
}
