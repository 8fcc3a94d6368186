package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is personal is found in no log, in no topic, and in no table in the clear: a sweep over the bytes on the disk,
/// write-ahead log included, after a whole story has been lived through.
@Tag("e2e")
class NothingPersonalLeaksTest {
    static final String NUMBER = "003185000017";
    static final String NAME = "NGUYỄN THỊ THỬ NGHIỆM";
    static final String DIAGNOSIS = "Viêm họng cấp, không đặc hiệu";
    final RunningSystem system = Started.system();

    @Test
    void aStoryLeavesNoNameNumberOrDiagnosisBehind() {
        var lan = Citizen.loggedIn(system, "lan");
        Hospital.of(system, "01000").sendsClaim("E2E-" + UUID.randomUUID()).expect(201);
        Hospital.of(system, "01000").sends("application/xml", ("<a>" + NUMBER + NAME).getBytes(StandardCharsets.UTF_8));
        lan.post("health-record", "/records/me/integration", Map.of()).expect(200);
        lan.get("health-record", "/records/me/visits").expect(200);
        var request = lan.requestsCertificate(true);
        new Partners(system).pays(request.path("fee").path("vietQr").asText());
        var id = request.path("requestId").asText();
        await().atMost(CertificateInMinutesTest.PATIENCE)
                .until(() -> lan.certificateRequest(id).path("status").asText().equals("DELIVERED"));

        assertThat(leaks(system.home().resolve("log"), List.of("mail", "carrier", "register", "bank")))
                .as("logs")
                .isEmpty();
        assertThat(leaks(system.home().resolve("data/kafka"), List.of()))
                .as("topics")
                .isEmpty();
        assertThat(leaks(system.home().resolve("data/postgres"), List.of()))
                .as("tables")
                .isEmpty();
    }

    /// Files below a folder in which a canary is found, as it is or in a common disguise.
    private static List<String> leaks(Path folder, List<String> exceptBeginningWith) {
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (exceptBeginningWith.stream().noneMatch(name::startsWith)) {
                    var bytes = read(file);
                    canaries().filter(bytes::contains).forEach(canary -> found.add(file + " " + canary));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String read(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException _) {
            return ""; // The servers tidy up while we look.
        }
    }

    private static Stream<String> canaries() {
        return Stream.of(NUMBER, NAME, DIAGNOSIS).flatMap(text -> {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            return Stream.of(
                    new String(bytes, StandardCharsets.ISO_8859_1),
                    // Without its last characters, which depend on what follows.
                    base64.substring(0, base64.length() - 3),
                    HexFormat.of().formatHex(bytes));
        });
    }
}
