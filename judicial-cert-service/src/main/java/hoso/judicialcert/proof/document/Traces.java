package hoso.judicialcert.proof.document;

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
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Marks by which a document, however damaged, shows that it was made from a certificate of ours.
///
/// @param codes verification codes that stand in the file or on its pages
/// @param seals what a QR code on it says, as it stands in the file
/// @param numbers certificate numbers that stand there
/// @param revisions digests of what the file was before something was appended
public record Traces(Set<String> codes, Set<String> seals, Set<String> numbers, Set<String> revisions) {
    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}");
    private static final Pattern SEAL = Pattern.compile(CODE.pattern() + "\\.[A-Z2-7]{100,2000}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}/[0-9]{4}/[A-Z]{2,12}-LLTP2?");
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 50;
    private static final int PAGES = 5;
    /// Ours have one page of some 1,500 characters.
    private static final int GLYPHS = 50_000;

    /// Of a file within the [Limits]: its bytes, and the text of its first pages.
    public static Traces of(byte[] file) {
        return of(file, Limits.areExceeded(file) ? "" : pageText(file));
    }

    /// The same of a file whose limits were looked at before.
    static Traces withPages(byte[] file) {
        return of(file, pageText(file));
    }

    /// Of the bytes as they stand there, without parsing them: that takes the same time whatever they are.
    static Traces ofBytes(byte[] file) {
        return of(file, "");
    }

    private static Traces of(byte[] file, String pages) {
        var raw = new String(file, StandardCharsets.ISO_8859_1);
        var text = raw + "\n" + pages;
        return new Traces(found(CODE, text), found(SEAL, raw), found(NUMBER, text), revisions(file));
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
