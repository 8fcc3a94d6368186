package hoso.judicialcert.verification;

import hoso.judicialcert.certificate.VerificationCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// Marks by which a document, however damaged, shows that it was made from a certificate of ours.
///
/// @param codes verification codes that stand in the file or on its pages
/// @param numbers certificate numbers that stand there
/// @param revisions digests of what the file was before something was appended
/// @param isHeavy whether it inflates to more than anybody should be made to read
record Traces(Set<VerificationCode> codes, Set<String> numbers, Set<String> revisions, boolean isHeavy) {
    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}/[0-9]{4}/[A-Z]{2,12}-LLTP");
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 50;
    private static final int PAGES = 5;
    private static final long BEARABLE = 64L << 20;

    static Traces of(byte[] file) {
        var isHeavy = inflated(file) > BEARABLE;
        var text = new String(file, StandardCharsets.ISO_8859_1) + "\n" + (isHeavy ? "" : pageText(file));
        var codes = found(CODE, text).stream()
                .map(VerificationCode::read)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
        return new Traces(codes, found(NUMBER, text), revisions(file), isHeavy);
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
            var stripper = new PDFTextStripper();
            stripper.setEndPage(PAGES);
            return stripper.getText(document);
        } catch (IOException | RuntimeException _) {
            return "";
        }
    }

    /// Each revision of a PDF ends with `%%EOF` and perhaps an end of line.
    private static Set<String> revisions(byte[] file) {
        var revisions = new LinkedHashSet<String>();
        var digest = sha256();
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
            while (start < file.length && (file[start] == '\r' || file[start] == '\n')) {
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// SHA-256 of a whole file, hexadecimal.
    static String digest(byte[] file) {
        return HexFormat.of().formatHex(sha256().digest(file));
    }
}
