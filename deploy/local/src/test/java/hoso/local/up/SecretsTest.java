package hoso.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void aSecretIsMadeOnceAndReadByNobodyElse() throws IOException {
        var file = folder.resolve("secrets.json");

        var made = Secrets.in(file).get("kafka.identity");

        assertThat(made).hasSize(40);
        assertThat(Secrets.in(file).get("kafka.identity")).isEqualTo(made);
        assertThat(Secrets.in(file).get("kafka.notification")).isNotEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
