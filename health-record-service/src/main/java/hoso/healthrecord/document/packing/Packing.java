package hoso.healthrecord.document.packing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Bytes made small before they are sealed, since sealed bytes cannot be. Base64 is undone first where it comes back
/// the same, and what every claim and every summary holds is in a dictionary, so that only what is of this visit is
/// kept. Deflate with a preset dictionary (RFC 1950, FDICT); the first byte tells which.
public final class Packing {
    /// A change of a dictionary is a new number: what was packed before needs the old one.
    private static final byte DOCUMENT = 1;

    private static final byte SUMMARY = 2;

    /// The first byte of a zlib stream, as earlier releases wrote it.
    private static final byte PLAIN = 0x78;

    private static final byte[] OF_DOCUMENTS = dictionary("/packing/document-1.txt");
    private static final byte[] OF_SUMMARIES = dictionary("/packing/summary-1.txt");
    private static final int LEVEL = 6;
    private static final int STEP = 8192;

    private Packing() {}

    public static byte[] document(byte[] plain) {
        return pack(DOCUMENT, Base64Runs.undo(plain), OF_DOCUMENTS);
    }

    public static byte[] summary(byte[] plain) {
        return pack(SUMMARY, plain, OF_SUMMARIES);
    }

    /// What was packed, byte for byte.
    public static byte[] unpack(byte[] packed) {
        return switch (packed[0]) {
            case DOCUMENT -> Base64Runs.redo(inflate(packed, OF_DOCUMENTS));
            case SUMMARY -> inflate(packed, OF_SUMMARIES);
            case PLAIN -> plain(packed);
            default -> throw new IllegalStateException("packed in a way that is not known: " + packed[0]);
        };
    }

    private static byte[] pack(byte kind, byte[] plain, byte[] dictionary) {
        var deflater = new Deflater(LEVEL);
        try {
            deflater.setDictionary(dictionary);
            deflater.setInput(plain);
            deflater.finish();
            var packed = new ByteArrayOutputStream(plain.length / 4 + 64);
            packed.write(kind);
            var step = new byte[STEP];
            while (!deflater.finished()) {
                packed.write(step, 0, deflater.deflate(step));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] packed, byte[] dictionary) {
        var inflater = new Inflater();
        try {
            inflater.setInput(packed, 1, packed.length - 1);
            var plain = new ByteArrayOutputStream(packed.length * 4);
            var step = new byte[STEP];
            while (!inflater.finished()) {
                var length = inflater.inflate(step);
                if (length > 0) {
                    plain.write(step, 0, length);
                } else if (inflater.needsDictionary()) {
                    inflater.setDictionary(dictionary);
                } else if (inflater.needsInput() && !inflater.finished()) {
                    throw new IllegalStateException("what was packed here is cut short");
                }
            }
            return plain.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("what was packed here cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] plain(byte[] packed) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("what was packed here cannot be unpacked", e);
        }
    }

    private static byte[] dictionary(String resource) {
        try (var in = Objects.requireNonNull(Packing.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
