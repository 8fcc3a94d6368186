package hoso.healthrecord.document;

import hoso.chassis.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What tells whether two documents say the same of a visit. Exporters stamp the day of the export (`NGAYLAP`) into the
/// envelope of a claim, and sign that; neither says anything of the visit.
public final class Fingerprint {
    private static final Pattern STAMP = Pattern.compile("<NGAYLAP>[^<]{0,40}</NGAYLAP>");
    private static final Pattern SIGNATURE =
            Pattern.compile("<CHUKYDONVI(?:\\s[^>]*)?>.*</CHUKYDONVI>", Pattern.DOTALL);

    private Fingerprint() {}

    /// SHA-256 over the document without stamp and signature; a signature that turns valid makes another document.
    public static byte[] of(DocumentFormat format, byte[] document, DocumentSignature signature) {
        if (format != DocumentFormat.CLAIM_XML) {
            return Sha256.of(document);
        }
        var text = new String(document, StandardCharsets.ISO_8859_1);
        var unstamped = STAMP.matcher(text).replaceFirst("<NGAYLAP/>");
        var unsigned = SIGNATURE.matcher(unstamped).replaceFirst("<CHUKYDONVI/>") + signature;
        return Sha256.of(unsigned.getBytes(StandardCharsets.ISO_8859_1));
    }
}
