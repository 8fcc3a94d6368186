package hoso.local.run;

import hoso.local.process.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The key files a service finds in its folder: they stand for the key management of a real installation.
public final class Keys {

    private static final String AUTHORITY = "authority";
    public static final String DOCUMENT_SIGNING = "document-signing";

    private final Path folder;
    private final String password;
    private final SecureRandom random = new SecureRandom();

    public Keys(Path folder, String password) {
        this.folder = folder;
        this.password = password;
    }

    /// The folder of a service.
    public Path of(String service) {
        return folder.resolve(service);
    }

    /// Where the key that signs documents lies, with its chain.
    public Path keystore() {
        return folder.resolve("signing/document-signing.p12");
    }

    /// The certificate of the authority above it.
    public Path trustAnchor() {
        return folder.resolve("signing/ca.pem");
    }

    /// Makes what is not there yet, for these services.
    public void ensure(List<String> services) throws IOException, InterruptedException {
        for (var service : services) {
            Files.createDirectories(of(service));
            for (var name : List.of("vault.key", "lookup.key")) {
                randomKey(of(service).resolve(name));
            }
        }
        if (!Files.exists(trustAnchor())) {
            signing();
        }
    }

    private void randomKey(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        var key = new byte[32];
        random.nextBytes(key);
        RunFolder.writeSecret(file, Base64.getEncoder().encode(key));
    }

    /// A root of our own and under it the certificate that signs documents. The root's key is thrown away: nothing else
    /// can ever be signed by it.
    private void signing() throws IOException, InterruptedException {
        var signing = Files.createDirectories(folder.resolve("signing"));
        RunFolder.closeToOthers(signing);
        var making = signing.resolve("making.p12");
        Files.deleteIfExists(making);
        Files.deleteIfExists(keystore());
        keytool(
                "-genkeypair",
                "-alias",
                AUTHORITY,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA",
                "-validity",
                "3650",
                "-dname",
                "CN=Hoso Local Root (thử nghiệm), O=Hoso, C=VN",
                "-ext",
                "bc:critical=ca:true,pathlen:0",
                "-ext",
                "ku:critical=keyCertSign,cRLSign",
                "-keystore",
                making.toString());
        keytool(
                "-genkeypair",
                "-alias",
                DOCUMENT_SIGNING,
                "-signer",
                AUTHORITY,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA",
                "-validity",
                "1095",
                "-dname",
                "CN=Hoso Local Document Signing (thử nghiệm), O=Hoso, C=VN",
                "-ext",
                "bc:critical=ca:false",
                "-ext",
                "ku:critical=digitalSignature,nonRepudiation",
                "-keystore",
                making.toString());
        keytool(
                "-importkeystore",
                "-srckeystore",
                making.toString(),
                "-srcstorepass:env",
                "HOSO_STORE_PASSWORD",
                "-srcalias",
                DOCUMENT_SIGNING,
                "-destkeystore",
                keystore().toString(),
                "-deststoretype",
                "PKCS12",
                "-deststorepass:env",
                "HOSO_STORE_PASSWORD");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                AUTHORITY,
                "-keystore",
                making.toString(),
                "-file",
                trustAnchor().toString());
        Files.delete(making);
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-Dfile.encoding=UTF-8", "-J-Dsun.jnu.encoding=UTF-8"));
        command.addAll(List.of(arguments));
        if (!command.contains("-importkeystore")) {
            command.addAll(List.of("-storetype", "PKCS12", "-storepass:env", "HOSO_STORE_PASSWORD"));
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Environment.only(builder.environment(), java.util.Map.of("HOSO_STORE_PASSWORD", password));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + said.strip());
        }
    }
}
