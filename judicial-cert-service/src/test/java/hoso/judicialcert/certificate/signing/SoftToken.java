package hoso.judicialcert.certificate.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// SoftHSM in a process of its own behind p11-kit, so that it can hang and die like a token on a shelf. Its library is
/// `p11-kit-client.so`, which speaks to that process through a socket.
final class SoftToken implements AutoCloseable {
    static final String PIN = "4321";
    static final String ALIAS = "signing";
    private static final Path SOFT_HSM =
            found("libsofthsm2.so", "/usr/lib/softhsm", "/usr/lib/x86_64-linux-gnu/softhsm");
    private static final Path CLIENT =
            found("p11-kit-client.so", "/usr/lib/x86_64-linux-gnu/pkcs11", "/usr/lib/pkcs11");

    /// p11-kit gives slots numbers of its own; the first one is ours.
    static final String SLOT = "#0";

    private final Path folder;
    private final Path socket;
    private @Nullable Process server;

    /// A token with the key and certificates of an authority in it.
    SoftToken(Path folder, Authority authority) {
        this.folder = folder;
        this.socket = folder.resolve("p11");
        try {
            Files.createDirectories(folder.resolve("tokens"));
            // A name of its own, by which the JDK has not met the library in another test.
            Files.createSymbolicLink(library(), CLIENT);
            Files.writeString(
                    folder.resolve("softhsm2.conf"),
                    "directories.tokendir = " + folder.resolve("tokens")
                            + "\nobjectstore.backend = file\nlog.level = ERROR\n");
            set("P11_KIT_SERVER_ADDRESS", "unix:path=" + socket);
            run("softhsm2-util", "--init-token", "--free", "--label", "hoso", "--pin", PIN, "--so-pin", "87654321");
            start();
            fill(authority);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path library() {
        return folder.resolve("token.so");
    }

    KeyGeneration.KeyLocation.Token place() {
        return new KeyGeneration.KeyLocation.Token(library(), SLOT, PIN, ALIAS, null);
    }

    void start() {
        try {
            Files.deleteIfExists(socket);
            server = builder(
                            "p11-kit",
                            "server",
                            "--foreground",
                            "--provider",
                            SOFT_HSM.toString(),
                            "--name",
                            socket.toString(),
                            "pkcs11:")
                    .redirectOutput(folder.resolve("server.log").toFile())
                    .start();
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void hangs() {
        signal("STOP");
    }

    void goesOn() {
        signal("CONT");
    }

    void dies() {
        processes().forEach(ProcessHandle::destroyForcibly);
        if (server != null) {
            server.onExit().join();
        }
    }

    private void signal(String name) {
        processes().forEach(process -> run("kill", "-" + name, String.valueOf(process.pid())));
    }

    /// The server and those it has made, one per connection.
    private List<ProcessHandle> processes() {
        return server == null
                ? List.of()
                : Stream.concat(Stream.of(server.toHandle()), server.toHandle().descendants())
                        .toList();
    }

    private void fill(Authority authority) {
        try {
            var provider = (AuthProvider)
                    Security.getProvider("SunPKCS11")
                            .configure(
                                    "--name = Filling\nlibrary = " + Cryptoki.name(library()) + "\nslotListIndex = 0"
                                            + "\nattributes(*, CKO_PRIVATE_KEY, *) = { CKA_SENSITIVE = true CKA_EXTRACTABLE = false CKA_SIGN = true }\n");
            var store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, PIN.toCharArray());
            store.setKeyEntry(ALIAS, authority.key(), null, authority.chain().toArray(Certificate[]::new));
            provider.logout();
        } catch (IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String run(String... command) {
        try {
            var process = builder(command).start();
            var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.of(command) + ": " + told);
            }
            return told;
        } catch (IOException e) {
            throw new IllegalStateException(command[0] + " is not installed (.ci/run names what the tests need)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder builder(String... command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        return builder;
    }

    /// Sets a variable of this very process, where the token's library reads it.
    @SuppressWarnings("restricted") // the C library of this process
    private static void set(String name, String value) {
        try (var arena = Arena.ofConfined()) {
            var linker = Linker.nativeLinker();
            var setenv = linker.downcallHandle(
                    linker.defaultLookup().find("setenv").orElseThrow(),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            MemorySegment key = arena.allocateFrom(name);
            var result = (int) setenv.invokeExact(key, arena.allocateFrom(value), 1);
            if (result != 0) {
                throw new IllegalStateException("setenv");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path found(String name, String... folders) {
        return Stream.of(folders)
                .map(folder -> Path.of(folder, name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name
                        + " is not installed (apt-get install softhsm2 p11-kit p11-kit-modules, as .ci/run does)"));
    }

    @Override
    public void close() {
        goesOn();
        dies();
    }
}
