package hoso.judicialcert.proof.offline;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/// The words of the stand-alone verifier in one language.
record Texts(Properties words) {

    static Texts of(Locale language) {
        var words = new Properties();
        try (var source = Texts.class.getResourceAsStream("verifier_" + language.getLanguage() + ".properties")) {
            if (source == null) {
                throw new IllegalStateException("no words in " + language);
            }
            words.load(new InputStreamReader(source, StandardCharsets.UTF_8));
            return new Texts(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String key) {
        var text = words.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return text;
    }
}
