package hoso.judicialcert;

import hoso.judicialcert.certificate.Authority;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Where identity-service answers in tests, and a signing key with its authority.
public class Partners implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try (var port = new ServerSocket(0);
                var bank = new ServerSocket(0)) {
            var folder = Files.createDirectories(Path.of("target", "signing"));
            var keystore = folder.resolve("signing.p12");
            var anchor = folder.resolve("trust-anchor.pem");
            new Authority().writeTo(keystore, "test-password", "signing", anchor);
            return Map.of(
                    "judicial-cert.identity-url",
                    "http://localhost:" + port.getLocalPort(),
                    "judicial-cert.refund.bank-url",
                    "http://localhost:" + bank.getLocalPort(),
                    "judicial-cert.signing.keystore",
                    keystore.toString(),
                    "judicial-cert.signing.password",
                    "test-password",
                    "judicial-cert.signing.alias",
                    "signing",
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
