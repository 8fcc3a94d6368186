package hoso.judicialcert.verification.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.chassis.problem.ProblemException;
import hoso.judicialcert.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two files of a megabyte fit into the memory of this test.
@Tag("core")
class UploadsTest {
    private static final int LARGEST = 1 << 20;
    private final Uploads uploads =
            new Uploads(Settings.ofUploads(LARGEST, 2 * LARGEST + (1 << 18), Duration.ofMillis(50)));

    @Test
    void aFileComesAsItWasSent() throws IOException {
        var sent = new byte[200_000];
        new Random(7).nextBytes(sent);

        try (var upload = uploads.begin()) {
            assertThat(upload.read(new ByteArrayInputStream(sent))).isEqualTo(sent);
        }
        try (var upload = uploads.begin()) {
            assertThat(upload.read(InputStream.nullInputStream())).isEmpty();
        }
    }

    @Test
    void whoComesWhenTheMemoryIsTakenIsAskedToComeAgain() throws IOException {
        try (var first = uploads.begin();
                var second = uploads.begin()) {
            first.read(file(LARGEST));
            second.read(file(LARGEST));

            try (var third = uploads.begin()) {
                assertThatThrownBy(() -> third.read(file(LARGEST)))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                refused ->
                                        assertThat(refused.problem().status()).isEqualTo(503));
            }
        }

        try (var later = uploads.begin()) {
            assertThat(later.read(file(LARGEST))).hasSize(LARGEST);
        }
    }

    @Test
    void aFileThatIsTooLargeGivesItsMemoryBack() throws IOException {
        for (var i = 0; i < 5; i++) {
            try (var upload = uploads.begin()) {
                assertThatThrownBy(() -> upload.read(file(LARGEST + 1)))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                refused ->
                                        assertThat(refused.problem().status()).isEqualTo(413));
            }
        }
    }

    private static InputStream file(int size) {
        return new ByteArrayInputStream(new byte[size]);
    }
}
