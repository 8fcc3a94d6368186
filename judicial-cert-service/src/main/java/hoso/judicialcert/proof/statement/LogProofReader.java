package hoso.judicialcert.proof.statement;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;

/// A proof of the issuance log as `GET /issuance-log/proofs/{digest}` gives it.
public final class LogProofReader {
    private static final String TYPE = "hoso-checkpoint+jwt";
    private static final String ENTRY = "hoso-issuance-log/1\n";
    private static final int LINES = 7;

    private LogProofReader() {}

    /// Whether it proves that the log, as a checkpoint of the agency signs for it, holds the issuing of this document.
    public static boolean holds(byte[] proof, String digest, TrustBundle trust) {
        try {
            var json = StatementReader.JSON.readTree(proof);
            var text = json.path("entry").path("text").asText();
            return StatementReader.open(
                                    json.path("checkpoint").path("statement").asText(), TYPE, trust)
                            instanceof StatementReader.Genuine(var checkpoint, var _)
                    && isOf(text, digest)
                    && includes(text, json.path("path"), checkpoint);
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }

    /// The entry is six lines: what it is, its place, the certificate, what was done, the digest, when, and the one
    /// before.
    private static boolean isOf(String text, String digest) {
        var lines = text.split("\n", -1);
        return text.startsWith(ENTRY)
                && lines.length == LINES + 1
                && lines[3].equals("ISSUED")
                && lines[4].equals(digest);
    }

    private static boolean includes(String text, JsonNode path, JsonNode checkpoint) {
        var hashes = new ArrayList<byte[]>();
        path.forEach(hash -> hashes.add(HexFormat.of().parseHex(hash.asText())));
        return MerkleTree.includes(
                MerkleTree.leaf(text.getBytes(StandardCharsets.UTF_8)),
                Long.parseLong(text.split("\n", -1)[1]),
                checkpoint.path("size").asLong(),
                hashes,
                HexFormat.of().parseHex(checkpoint.path("root").asText()));
    }
}
