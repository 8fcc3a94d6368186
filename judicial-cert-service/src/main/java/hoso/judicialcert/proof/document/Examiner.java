package hoso.judicialcert.proof.document;

import hoso.judicialcert.proof.statement.TrustBundle;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The process that looks into strangers' files. It has a heap of its own, no secrets and no network to speak of, and
/// whatever a file does to it, it does to nobody else. It reads files from its standard input and answers on its
/// standard output, one after another, and ends with whoever started it.
public final class Examiner {
    /// What it says when it is ready.
    static final int READY = 0x52;

    /// With what it ends when a file took more processor time than there is.
    static final int OUT_OF_TIME = 4;

    /// That no file is looked into.
    private static final long IDLE = -1;

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int MOST_CERTIFICATES = 1_000;
    private static final int LARGEST = 64 << 20;

    private static final byte[] EMPTY = """
            %PDF-1.7
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>> endobj
            trailer <</Root 1 0 R>>
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);

    private Examiner() {}

    /// Answers until its standard input ends.
    ///
    /// @param arguments milliseconds of processor time a file may take
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        var answers = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // Libraries print; the answers must stand alone.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        var began = new AtomicLong(IDLE);
        watch(began, Duration.ofMillis(Long.parseLong(arguments[0])));
        // The first file would else pay for the start of the validator, and be too complex for it.
        Examined.of(EMPTY, TrustBundle.of(List.of(), List.of()));
        answers.writeByte(READY);
        answers.flush();
        var in = new DataInputStream(System.in);
        while (true) {
            List<X509Certificate> anchors;
            try {
                anchors = certificates(in);
            } catch (EOFException _) {
                return;
            }
            var trust = TrustBundle.of(anchors, certificates(in));
            var file = bytes(in);
            began.set(processorTime().toNanos());
            var examined = Examined.of(file, trust);
            began.set(IDLE);
            examined.write(answers);
        }
    }

    /// Nothing stops a thread that draws for ever, so the process ends.
    private static void watch(AtomicLong began, Duration most) {
        Thread.ofPlatform().daemon().name("watch").start(() -> {
            while (true) {
                var since = began.get();
                if (since != IDLE && processorTime().toNanos() - since > most.toNanos()) {
                    Runtime.getRuntime().halt(OUT_OF_TIME);
                }
                try {
                    Thread.sleep(LOOK);
                } catch (InterruptedException _) {
                    return;
                }
            }
        });
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    static void write(DataOutputStream out, byte[] file, TrustBundle trust) throws IOException {
        try {
            write(out, trust.anchors());
            write(out, List.copyOf(trust.signers().values()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        out.writeInt(file.length);
        out.write(file);
        out.flush();
    }

    private static void write(DataOutputStream out, List<X509Certificate> certificates)
            throws IOException, GeneralSecurityException {
        out.writeInt(certificates.size());
        for (var certificate : certificates) {
            var encoded = certificate.getEncoded();
            out.writeInt(encoded.length);
            out.write(encoded);
        }
    }

    private static List<X509Certificate> certificates(DataInputStream in) throws IOException, GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var count = in.readInt();
        if (count < 0 || count > MOST_CERTIFICATES) {
            throw new IOException("no request");
        }
        var all = new ArrayList<X509Certificate>();
        for (var i = 0; i < count; i++) {
            all.add((X509Certificate) factory.generateCertificate(new java.io.ByteArrayInputStream(bytes(in))));
        }
        return all;
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("no request");
        }
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
