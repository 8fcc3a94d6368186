package hoso.chassis.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.UUID;

/// Personal values sealed as JSON: what most sealed columns hold.
@ApplicationScoped
public class SealedJson {
    private final Vault vault;
    private final ObjectMapper json;

    SealedJson(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /// Seals a value for a subject, see [Vault#seal(UUID, byte[])].
    public byte[] seal(UUID subject, Object value) {
        try {
            return vault.seal(subject, json.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens a value that was sealed for this subject.
    ///
    /// @throws NoSuchElementException when the subject was forgotten
    public <T> T open(UUID subject, byte[] sealed, Class<T> as) {
        try {
            return json.readValue(vault.open(subject, sealed), as);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
