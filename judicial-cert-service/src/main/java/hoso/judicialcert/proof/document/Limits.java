package hoso.judicialcert.proof.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// How much a file may ask of whoever looks into it, read from the file before anything is drawn. Ours have a few pages
/// of A4, no pictures, some fifty objects, and inflate to less than 1 MB.
final class Limits {
    /// Bytes that all streams inflate to.
    private static final long INFLATED = 8L << 20;

    private static final int OBJECTS = 20_000;
    private static final int PAGES = 50;

    /// Points of a page at 72 dots per inch: two sides of A2.
    private static final double POINTS = 4_000_000;

    /// Points of all pages together: fifty sides of A4.
    private static final double ALL_POINTS = 50 * 595.0 * 842;

    private static final double IMAGE_POINTS = 16_000_000;
    private static final double ALL_IMAGE_POINTS = 40_000_000;
    private static final int DEEP = 100;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final COSName USER_UNIT = COSName.getPDFName("UserUnit");

    /// Ways to pack a stream that are not measured below: several filters, one named elsewhere, one by an escaped name,
    /// any other than Flate. Ours have none of them, so whatever has is not looked into.
    private static final Pattern UNMEASURED = Pattern.compile(
            "/Filter\\s*(?:\\[[^\\]]*/[^\\]/]*/|\\d)|/(?:LZWDecode|LZW|RunLengthDecode|Crypt|Encrypt)\\b"
                    + "|/(?=[^\\s/\\[\\]<>()]{0,20}#)(?:F|#46)(?:i|#69)(?:l|#6[cC])(?:t|#74)(?:e|#65)(?:r|#72)");

    private double pagePoints;
    private double imagePoints;

    private Limits() {}

    /// Whether it would take too much. A file that cannot be read at all takes nothing.
    static boolean areExceeded(byte[] file) {
        if (UNMEASURED.matcher(new String(file, StandardCharsets.ISO_8859_1)).find() || inflated(file) > INFLATED) {
            return true;
        }
        try (var document = Loader.loadPDF(file)) {
            return new Limits().areExceeded(document);
        } catch (IOException | RuntimeException _) {
            return false;
        } catch (StackOverflowError _) {
            return true;
        }
    }

    private boolean areExceeded(PDDocument document) throws IOException {
        var objects = document.getDocument().getXrefTable().keySet();
        if (objects.size() > OBJECTS || document.getNumberOfPages() > PAGES) {
            return true;
        }
        var count = 0;
        for (var page : document.getPages()) {
            count++;
            if (count > PAGES || isTooLarge(page.getCOSObject(), page.getMediaBox(), page.getCropBox())) {
                return true;
            }
        }
        for (var key : objects) {
            var object = document.getDocument().getObjectFromPool(key).getObject();
            if (isTooLarge(object)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTooLarge(COSDictionary page, PDRectangle media, PDRectangle crop) {
        var unit = page.getDictionaryObject(USER_UNIT) instanceof COSNumber number
                ? Math.max(1, Math.abs(number.floatValue()))
                : 1;
        var points = Math.max(area(media), area(crop)) * unit * unit;
        pagePoints += points;
        return !(points <= POINTS) || !(pagePoints <= ALL_POINTS) || hasTooManyAnnotations(page);
    }

    private static double area(PDRectangle box) {
        return Math.abs((double) box.getWidth() * box.getHeight());
    }

    /// Each annotation is drawn and compared with each other.
    private static boolean hasTooManyAnnotations(COSDictionary page) {
        var annotations = page.getDictionaryObject(COSName.ANNOTS);
        return annotations instanceof COSArray array && array.size() > OBJECTS / 10;
    }

    private boolean isTooLarge(COSBase object) throws IOException {
        if (isTooDeep(object, 0)) {
            return true;
        }
        if (!(object instanceof COSStream stream)) {
            return false;
        }
        if (filters(stream.getFilters()) > 1) {
            return true;
        }
        return COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)) && isLargeImage(stream);
    }

    private static int filters(COSBase filters) {
        return filters instanceof COSArray array ? array.size() : 1;
    }

    private static boolean isTooDeep(COSBase object, int depth) {
        if (depth > DEEP) {
            return true;
        }
        return switch (object) {
            case COSArray array -> {
                for (var i = 0; i < array.size(); i++) {
                    if (isTooDeep(array.get(i), depth + 1)) {
                        yield true;
                    }
                }
                yield false;
            }
            case COSDictionary dictionary ->
                dictionary.getValues().stream().anyMatch(value -> isTooDeep(value, depth + 1));
            case null, default -> false;
        };
    }

    /// A picture has the size its dictionary says, and a compressed one also the size its own header says.
    private boolean isLargeImage(COSStream image) throws IOException {
        var width = (double) image.getInt(COSName.WIDTH, COSName.W);
        var height = (double) image.getInt(COSName.HEIGHT, COSName.H);
        var points = Math.max(Math.abs(width * height), headerPoints(image));
        imagePoints += points;
        return points > IMAGE_POINTS || imagePoints > ALL_IMAGE_POINTS;
    }

    private static double headerPoints(COSStream image) throws IOException {
        var name = image.getFilters();
        if (!COSName.DCT_DECODE.equals(name) && !COSName.DCT_DECODE_ABBREVIATION.equals(name)) {
            return 0;
        }
        try (var raw = image.createRawInputStream();
                var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(raw.readAllBytes()))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return 0;
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return (double) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        }
    }

    /// How large the compressed parts are when inflated, as far as it matters. What breaks off in the middle counts as
    /// far as it came: readers of PDF take it so far as well.
    private static long inflated(byte[] file) {
        var total = 0L;
        var buffer = new byte[1 << 16];
        try (var inflater = new Inflater()) {
            for (var at = next(file, 0); at >= 0 && total <= INFLATED; at = next(file, at + 1)) {
                var start = at + STREAM.length;
                while (start < file.length && (file[start] == ' ' || file[start] == '\r' || file[start] == '\n')) {
                    start++;
                }
                inflater.reset();
                inflater.setInput(file, start, file.length - start);
                total += inflated(inflater, buffer, INFLATED - total);
            }
        }
        return total;
    }

    private static long inflated(Inflater inflater, byte[] buffer, long limit) {
        var size = 0L;
        try {
            while (size <= limit) {
                var read = inflater.inflate(buffer);
                if (read == 0) {
                    break;
                }
                size += read;
            }
        } catch (DataFormatException _) {
            return Math.max(size, inflater.getBytesWritten());
        }
        return size;
    }

    private static int next(byte[] file, int from) {
        for (var at = from; at <= file.length - STREAM.length; at++) {
            var same = 0;
            while (same < STREAM.length && file[at + same] == STREAM[same]) {
                same++;
            }
            if (same == STREAM.length) {
                return at;
            }
        }
        return -1;
    }
}
