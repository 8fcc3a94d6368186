package hoso.healthrecord.document;

import static hoso.healthrecord.document.Documents.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.reading.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever bytes arrive, reading them ends soon, with a value. The seed is fixed: a failure can be run again.
@Tag("core")
class AnyDocumentTest {
    private static final int ROUNDS = 3_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final List<String> POISON = List.of(
            "<!DOCTYPE a [<!ENTITY b \"c\">]>",
            "&amp;",
            "&b;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "<?xml",
            "\u0000",
            "\uFEFF",
            "\\u0000",
            "\\ud800",
            "1e999999999",
            "-0",
            "null",
            "[[[[[[",
            "{\"\":",
            "<A>",
            "</A>",
            "00000000000000",
            "99991231235959",
            ";;;;",
            "CSST<HA/_M_T>",
            "\"reference\":");

    @Test
    void aMutatedClaimIsReadOrRefused() {
        mutate(DocumentFormat.CLAIM_XML, Documents.claimExample());
    }

    @Test
    void aMutatedTableOfAClaimIsReadOrRefused() {
        var random = new Random(7);

        for (int round = 0; round < ROUNDS; round++) {
            var name = "XML" + (1 + random.nextInt(15));
            var mutated = new String(
                    mutated(
                            random,
                            "<TONG_HOP><MA_LK>SYN</MA_LK><NGAY_VAO>202609150805</NGAY_VAO></TONG_HOP>"
                                    .getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8);
            reads(
                    DocumentFormat.CLAIM_XML,
                    Documents.claim().table(name, mutated).bytes(),
                    round);
        }
    }

    @Test
    void aMutatedBundleIsReadOrRefused() {
        mutate(DocumentFormat.FHIR_JSON, Documents.bundleExample());
    }

    @Test
    void noiseIsRefused() {
        var random = new Random(11);
        for (int round = 0; round < ROUNDS; round++) {
            var noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            for (var format : DocumentFormat.values()) {
                assertThat(DocumentReader.read(format, noise, NOW)).isInstanceOf(Reading.Refused.class);
            }
        }
    }

    private static void mutate(DocumentFormat format, byte[] example) {
        var random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            reads(format, mutated(random, example), round);
        }
    }

    private static void reads(DocumentFormat format, byte[] document, int round) {
        var start = System.nanoTime();
        assertThat(DocumentReader.read(format, document, NOW))
                .as("round %d", round)
                .isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("round %d", round)
                .isLessThan(LONGEST);
    }

    private static byte[] mutated(Random random, byte[] example) {
        var bytes = example.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = once(random, bytes);
        }
        return bytes;
    }

    private static byte[] once(Random random, byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        var from = random.nextInt(bytes.length);
        var to = Math.min(bytes.length, from + random.nextInt(200));
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            case 2 -> {
                bytes[from] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 3 -> {
                var poison = POISON.get(random.nextInt(POISON.size())).getBytes(StandardCharsets.UTF_8);
                yield joined(Arrays.copyOf(bytes, from), poison, Arrays.copyOfRange(bytes, from, bytes.length));
            }
            case 4 -> {
                var part = Arrays.copyOfRange(bytes, from, to);
                var grown = Arrays.copyOf(bytes, from);
                for (int i = random.nextInt(20); i >= 0; i--) {
                    grown = joined(grown, part);
                }
                yield joined(grown, Arrays.copyOfRange(bytes, from, bytes.length));
            }
            default -> {
                var other = random.nextInt(bytes.length);
                var kept = bytes[from];
                bytes[from] = bytes[other];
                bytes[other] = kept;
                yield bytes;
            }
        };
    }

    private static byte[] joined(byte[]... parts) {
        var all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
