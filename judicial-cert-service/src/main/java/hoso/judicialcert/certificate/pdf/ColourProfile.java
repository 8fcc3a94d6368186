package hoso.judicialcert.certificate.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the colours of a document mean (PDF/A's output intent): sRGB by its own numbers (IEC 61966-2-1), as an ICC
/// profile of version 4. It is written here, so it is nobody's file; it measures half a kilobyte.
final class ColourProfile {
    private static final String NAME = "sRGB (IEC 61966-2-1)";
    private static final int HEADER = 128;
    private static final int ENTRY = 12;

    /// D50 and the primaries adapted to it by Bradford's matrix, as every sRGB profile has them.
    private static final double[] WHITE = {0.9642, 1.0, 0.8249};

    private static final double[] RED = {0.43607, 0.22249, 0.01392};
    private static final double[] GREEN = {0.38515, 0.71687, 0.09708};
    private static final double[] BLUE = {0.14307, 0.06061, 0.71410};
    private static final double[] ADAPTATION = {
        1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168
    };

    /// Gamma and the four other numbers of sRGB's curve.
    private static final double[] CURVE = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

    private ColourProfile() {}

    /// Data under one or more names.
    private record Tag(List<String> names, byte[] data) {}

    static byte[] srgb() {
        var tags = List.of(
                new Tag(List.of("desc"), text(NAME)),
                new Tag(List.of("cprt"), text("No copyright: the numbers of a standard")),
                new Tag(List.of("wtpt"), numbers("XYZ ", WHITE)),
                new Tag(List.of("chad"), numbers("sf32", ADAPTATION)),
                new Tag(List.of("rXYZ"), numbers("XYZ ", RED)),
                new Tag(List.of("gXYZ"), numbers("XYZ ", GREEN)),
                new Tag(List.of("bXYZ"), numbers("XYZ ", BLUE)),
                new Tag(List.of("rTRC", "gTRC", "bTRC"), curve()));
        var count = tags.stream().mapToInt(tag -> tag.names().size()).sum();
        var file = ByteBuffer.allocate(2048);
        file.position(HEADER).putInt(count);
        var at = HEADER + 4 + count * ENTRY;
        for (var tag : tags) {
            for (var name : tag.names()) {
                file.put(ascii(name)).putInt(at).putInt(tag.data().length);
            }
            file.put(at, tag.data());
            at += (tag.data().length + 3) / 4 * 4;
        }
        header(file, at);
        var profile = new byte[at];
        file.get(0, profile);
        return profile;
    }

    private static void header(ByteBuffer file, int size) {
        file.putInt(0, size)
                .putInt(8, 0x04200000)
                .put(12, ascii("mntrRGB XYZ "))
                // A day has to stand here: the standard's own, 18 October 1999.
                .putShort(24, (short) 1999)
                .putShort(26, (short) 10)
                .putShort(28, (short) 18)
                .put(36, ascii("acsp"));
        for (var i = 0; i < WHITE.length; i++) {
            file.putInt(68 + 4 * i, fixed(WHITE[i]));
        }
    }

    private static byte[] text(String text) {
        var letters = text.getBytes(StandardCharsets.UTF_16BE);
        return ByteBuffer.allocate(28 + letters.length)
                .put(ascii("mluc"))
                .putInt(0)
                .putInt(1)
                .putInt(ENTRY)
                .put(ascii("enUS"))
                .putInt(letters.length)
                .putInt(28)
                .put(letters)
                .array();
    }

    private static byte[] numbers(String type, double[] numbers) {
        var data = ByteBuffer.allocate(8 + 4 * numbers.length).put(ascii(type)).putInt(0);
        for (var number : numbers) {
            data.putInt(fixed(number));
        }
        return data.array();
    }

    /// Parametric curve of type 3: above d, (a x + b) to the power of gamma; below it, c x.
    private static byte[] curve() {
        var data = ByteBuffer.allocate(12 + 4 * CURVE.length)
                .put(ascii("para"))
                .putInt(0)
                .putShort((short) 3)
                .putShort((short) 0);
        for (var number : CURVE) {
            data.putInt(fixed(number));
        }
        return data.array();
    }

    private static int fixed(double number) {
        return (int) Math.round(number * 65_536);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
