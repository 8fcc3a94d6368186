package hoso.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
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

    @ParameterizedTest
    @ValueSource(strings = {"{\"kafka.identity\": \"a", "", "null", "[]"})
    void secretsThatAreCutOffSayWhatToDoAndAreNotReplaced(String content) throws IOException {
        var file = Files.writeString(folder.resolve("secrets.json"), content);

        assertThatThrownBy(() -> Secrets.in(file))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("./hoso up --fresh");
        assertThat(file).hasContent(content);
    }
}
