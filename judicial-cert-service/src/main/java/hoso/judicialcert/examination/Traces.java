package hoso.judicialcert.examination;

import hoso.chassis.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Marks by which a document, however damaged, shows that it was made from a certificate of ours.
///
/// @param codes verification codes that stand in the file or on its pages
/// @param seals what a QR code on it says, as it stands in the file
/// @param numbers certificate numbers that stand there
/// @param revisions digests of what the file was before something was appended
/// @param isHeavy whether it inflates to more than anybody should be made to read
public record Traces(
        Set<String> codes, Set<String> seals, Set<String> numbers, Set<String> revisions, boolean isHeavy) {
    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}");
    private static final Pattern SEAL = Pattern.compile(CODE.pattern() + "\\.[A-Z2-7]{100,2000}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}/[0-9]{4}/[A-Z]{2,12}-LLTP");
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 50;
    private static final int PAGES = 5;
    /// Ours inflate to less than 1 MB.
    private static final long BEARABLE = 8L << 20;

    /// Ours have one page of some 1,500 characters.
    private static final int GLYPHS = 50_000;

    /// Ways to pack a stream that are not measured below: several filters, one named elsewhere, one by an escaped name,
    /// any other than Flate. Ours have none of them, so whatever has is not looked into.
    private static final Pattern UNMEASURED = Pattern.compile(
            "/Filter\\s*(?:\\[[^\\]]*/[^\\]/]*/|\\d)|/(?:LZWDecode|LZW|RunLengthDecode|Crypt|Encrypt)\\b"
                    + "|/(?=[^\\s/\\[\\]<>()]{0,20}#)(?:F|#46)(?:i|#69)(?:l|#6[cC])(?:t|#74)(?:e|#65)(?:r|#72)");

    public static Traces of(byte[] file) {
        var raw = new String(file, StandardCharsets.ISO_8859_1);
        var isHeavy = UNMEASURED.matcher(raw).find() || inflated(file) > BEARABLE;
        var text = raw + "\n" + (isHeavy ? "" : pageText(file));
        return new Traces(found(CODE, text), found(SEAL, raw), found(NUMBER, text), revisions(file), isHeavy);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String pageText(byte[] file) {
        try (var document = Loader.loadPDF(file)) {
            var stripper = new Brief();
            stripper.setEndPage(PAGES);
            return stripper.getText(document);
        } catch (StackOverflowError | IOException | RuntimeException _) {
            return "";
        }
    }

    /// Reads a page or two, never a library: each glyph costs memory, and five kilobytes can hold millions.
    private static final class Brief extends PDFTextStripper {
        private int glyphs;

        @Override
        protected void processTextPosition(TextPosition text) {
            glyphs++;
            if (glyphs > GLYPHS) {
                throw new IllegalStateException("too much text");
            }
            super.processTextPosition(text);
        }
    }

    /// Each revision of a PDF ends with `%%EOF` and perhaps an end of line.
    private static Set<String> revisions(byte[] file) {
        var revisions = new LinkedHashSet<String>();
        var digest = Sha256.begin();
        var done = 0;
        for (var at = next(file, END, 0); at >= 0 && revisions.size() < MOST; at = next(file, END, at + 1)) {
            for (var end = at + END.length; end <= Math.min(at + END.length + 2, file.length); end++) {
                digest.update(file, done, end - done);
                done = end;
                revisions.add(soFar(digest));
            }
        }
        return revisions;
    }

    /// How large the compressed parts are when inflated, as far as it matters.
    private static long inflated(byte[] file) {
        var total = 0L;
        var buffer = new byte[1 << 16];
        for (var at = next(file, STREAM, 0); at >= 0 && total <= BEARABLE; at = next(file, STREAM, at + 1)) {
            var start = at + STREAM.length;
            while (start < file.length && (file[start] == ' ' || file[start] == '\r' || file[start] == '\n')) {
                start++;
            }
            total += inflated(file, start, buffer, BEARABLE - total);
        }
        return total;
    }

    private static long inflated(byte[] file, int start, byte[] buffer, long limit) {
        try (var inflater = new Inflater()) {
            inflater.setInput(file, start, file.length - start);
            var size = 0L;
            while (size <= limit) {
                var read = inflater.inflate(buffer);
                if (read == 0) {
                    break;
                }
                size += read;
            }
            return size;
        } catch (DataFormatException _) {
            return 0;
        }
    }

    private static int next(byte[] file, byte[] wanted, int from) {
        for (var at = from; at <= file.length - wanted.length; at++) {
            var same = 0;
            while (same < wanted.length && file[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static String soFar(MessageDigest digest) {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whoever has a code may ask, so it is not printed.
    @Override
    public String toString() {
        return "Traces[***]";
    }
}
