package hoso.judicialcert;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;

/// The settings that verification needs, for tests without Quarkus.
public final class Settings {
    private Settings() {}

    public static JudicialCertConfig ofVerification() {
        var verification =
                of(JudicialCertConfig.Verification.class, Map.of("atOnce", 2, "patience", Duration.ofSeconds(10)));
        return of(JudicialCertConfig.class, Map.of("verification", verification));
    }

    /// The settings of uploads.
    ///
    /// @param bytesAtOnce of all files together
    public static JudicialCertConfig ofUploads(int maxBytes, int bytesAtOnce, Duration patience) {
        var verification = of(
                JudicialCertConfig.Verification.class,
                Map.of("maxBytes", maxBytes, "bytesAtOnce", bytesAtOnce, "patience", patience));
        return of(JudicialCertConfig.class, Map.of("verification", verification));
    }

    /// Answers what is asked of these; anything else is a mistake of the test.
    private static <T> T of(Class<T> settings, Map<String, Object> values) {
        return settings.cast(Proxy.newProxyInstance(
                settings.getClassLoader(), new Class<?>[] {settings}, (_, method, _) -> {
                    var value = values.get(method.getName());
                    if (value == null) {
                        throw new IllegalStateException("no test needs " + method.getName());
                    }
                    return value;
                }));
    }
}
