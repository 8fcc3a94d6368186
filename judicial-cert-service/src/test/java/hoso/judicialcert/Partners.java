package hoso.judicialcert;

import hoso.chassis.testing.FreePort;
import hoso.judicialcert.certificate.signing.Authority;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Where identity-service answers in tests, and a signing key with its authority.
public class Partners implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createDirectories(Path.of("target", "signing"));
            var keystore = folder.resolve("signing.p12");
            var anchor = folder.resolve("trust-anchor.pem");
            new Authority().writeTo(keystore, "test-password", "signing", anchor);
            // The one generation of most tests; a test of another kind of key lays down its own for a while.
            var generations = Files.createDirectories(folder.resolve("generations"));
            try (var old = Files.list(generations)) {
                for (var file : old.toList()) {
                    Files.delete(file);
                }
            }
            Files.writeString(generations.resolve("first.properties"), """
                    from=2020-01-01T00:00:00Z
                    until=2100-01-01T00:00:00Z
                    keystore=../signing.p12
                    password=test-password
                    alias=signing
                    """);
            return Map.of(
                    "judicial-cert.signature.generations",
                    generations.toString(),
                    "judicial-cert.signature.reread",
                    "0s",
                    "judicial-cert.signature.patience",
                    "1s",
                    "judicial-cert.signature.time-stamp.url",
                    "http://localhost:" + FreePort.any() + "/",
                    "judicial-cert.signature.time-stamp.trust-anchor",
                    folder.resolve("stamps.pem").toString(),
                    "judicial-cert.signature.time-stamp.timeout",
                    "2s",
                    "judicial-cert.identity-url",
                    "http://localhost:" + FreePort.any(),
                    "judicial-cert.refund.bank-url",
                    "http://localhost:" + FreePort.any(),
                    "judicial-cert.verification.trust-anchor",
                    anchor.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The folder is cleaned with the module.
    }
}
