package hoso.judicialcert.verification.single;

import hoso.chassis.testing.TestClock;
import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.certificate.signing.Authority;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What people do to certificates that do not say what they want, each made from genuine ones. A forgery knows
/// everything but the signing key.
final class Forgeries {
    private static final int FLIPS = 60;
    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final Genuine genuine;

    /// @param clean somebody's certificate without convictions
    /// @param convicted somebody's with one, who wants the other
    /// @param strangers of somebody else, clean
    record Genuine(Authority authority, byte[] clean, byte[] convicted, byte[] strangers) {
        List<byte[]> all() {
            return List.of(clean, convicted, strangers);
        }
    }

    private Forgeries(Genuine genuine) {
        this.genuine = genuine;
    }

    /// All of them, by name.
    static Map<String, byte[]> of(Genuine genuine) {
        var forgeries = new Forgeries(genuine);
        try {
            forgeries.flips();
            forgeries.ends();
            forgeries.words();
            forgeries.ranges();
            forgeries.contents();
            forgeries.wrappings();
            forgeries.others();
            Revisions.of(genuine.convicted(), genuine.strangers()).forEach(forgeries::add);
            Signers.of(genuine).forEach(forgeries::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return forgeries.made;
    }

    private void add(String name, byte[] forged) {
        if (made.put(name, forged) != null) {
            throw new IllegalStateException("twice: " + name);
        }
    }

    private byte[] base() {
        return genuine.convicted().clone();
    }

    private void flips() {
        for (var i = 0; i < FLIPS; i++) {
            var forged = base();
            var place = (int) ((long) forged.length * (2 * i + 1) / (2 * FLIPS));
            forged[place] ^= (byte) (1 << i % 8);
            add("bit flipped at " + place, forged);
        }
    }

    private void ends() {
        var base = base();
        var tails = List.of(
                " ",
                "\n",
                "\r\n",
                "\0",
                "\0\0\0\0",
                "%%EOF\n",
                "% comment\n",
                "<html></html>",
                "PK\3\4",
                "startxref\n0\n%%EOF\n");
        for (var tail : tails) {
            add("appended " + printable(tail), joined(base, text(tail)));
        }
        add("another certificate appended", joined(base, genuine.strangers()));
        add("itself appended", joined(base, base));
        for (var head : List.of(" ", "\n", "\0", "%!PS-Adobe-3.0\n", "\u00EF\u00BB\u00BF", "GIF89a")) {
            add("prepended " + printable(head), joined(text(head), base));
        }
        add("another certificate prepended", joined(genuine.strangers(), base));
        for (var cut : List.of(1, 2, 7, 100, 700, 1500, 5_000, 15_000, base.length / 2, base.length - 1_000)) {
            add("cut by " + cut, Arrays.copyOf(base, base.length - cut));
        }
        add("first byte cut", Arrays.copyOfRange(base, 1, base.length));
        add(
                "first half only twice",
                joined(Arrays.copyOf(base, base.length / 2), Arrays.copyOf(base, base.length / 2)));
    }

    /// Words of the file changed for others of the same length, so that every offset still fits.
    private void words() {
        replaced("%PDF-1.", "%PDF-2.");
        replaced("/DocMDP", "/DocMDQ");
        replaced("/TransformMethod", "/TransformMethoe");
        replaced("/TransformParams", "/TransformParamt");
        replaced("/Reference", "/Referencf");
        replaced("/Perms", "/Permt");
        replaced("/P 1", "/P 2");
        replaced("/P 1", "/P 3");
        replaced("/SubFilter", "/SubFiltes");
        replaced("/ETSI.CAdES.detached", "/adbe.pkcs7.detached");
        replaced("/ETSI.CAdES.detached", "/adbe.pkcs7.sha1////");
        replaced("/Adobe.PPKLite", "/Adobe.PPKLitf");
        replaced("/AcroForm", "/AcroFoan");
        replaced("/SigFlags 3", "/SigFlags 0");
        replaced("/FT /Sig", "/FT /Btn");
        replaced("/HosoSeal", "/HosoSeam");
        replaced("/HosoVerificationCode", "/HosoVerificationCodf");
        replaced(Documents.CODE.substring(0, 4), "ZZZZ");
        replaced("/Title", "/Titel");
        replaced("/MediaBox", "/MediaBoy");
        replaced("/Lang (vi)", "/Lang (en)");
        replaced("/Type /Sig", "/Type /Sih");
        replaced("/V ", "/W ");
        replaced("startxref", "startxreg");
        replaced("trailer", "trailes");
        replaced("%%EOF", "%%EOG");
        replaced("/Filter /FlateDecode", "/Filter /LZWDecode  ");
        replaced("/Contents ", "/Contentt ");
        replaced("/Root", "/Rooo");
        replaced("/Kids", "/Kidz");
        replaced("xref\n0", "xref\n1");
    }

    /// Each of these is one forgery only if the words stand in the file; how the file is written is not theirs to say.
    private void replaced(String from, String to) {
        if (from.length() != to.length()) {
            throw new IllegalStateException(from);
        }
        var all = new String(genuine.convicted(), StandardCharsets.ISO_8859_1);
        var last = all.lastIndexOf(from);
        if (last >= 0) {
            add(
                    from.strip() + " to " + to.strip(),
                    text(all.substring(0, last) + to + all.substring(last + from.length())));
        }
    }

    private void ranges() {
        var range = Range.of(genuine.convicted());
        var a = range.start();
        var b = range.end();
        var c = range.rest();
        var ranges = new LinkedHashMap<String, String>();
        ranges.put("gap wider in front", "0 " + (a - 10) + " " + b + " " + c);
        ranges.put("gap wider behind", "0 " + a + " " + (b + 10) + " " + (c - 10));
        ranges.put("gap over the trailer", "0 " + a + " " + (b + c - 100) + " 100");
        ranges.put("gap over the pages", "0 100 " + b + " " + c);
        ranges.put("gap closed", "0 " + a + " " + a + " " + c);
        ranges.put("overlap", "0 " + b + " " + a + " " + (c + b - a));
        ranges.put("zero", "0 0 0 0");
        ranges.put("zero first", "0 0 " + b + " " + c);
        ranges.put("zero last", "0 " + a + " " + b + " 0");
        ranges.put("negative first", "-1 " + a + " " + b + " " + c);
        ranges.put("negative length", "0 -" + a + " " + b + " " + c);
        ranges.put("negative rest", "0 " + a + " " + b + " -" + c);
        ranges.put("beyond the end", "0 " + a + " " + b + " " + (c + 1));
        ranges.put("short of the end", "0 " + a + " " + b + " " + (c - 1));
        ranges.put("huge", "0 " + a + " " + b + " 99999999");
        ranges.put("not from the start", "1 " + (a - 1) + " " + b + " " + c);
        ranges.put("swapped", b + " " + c + " 0 " + a);
        ranges.put("twice the first", "0 " + a + " 0 " + a);
        ranges.put("three", "0 " + a + " " + b);
        ranges.put("two", "0 " + a);
        ranges.put("none", "");
        ranges.put("null", "null");
        ranges.put("names", "/a /b /c /d");
        ranges.put("fractions", "0.0 " + a + ".5 " + b);
        ranges.forEach((name, value) ->
                range.with(genuine.convicted(), value).ifPresent(forged -> add("byte range: " + name, forged)));
        add("byte range: renamed", range.named(genuine.convicted(), "/ByteRangf"));
    }

    private void contents() {
        var range = Range.of(genuine.convicted());
        var from = range.start() + 1;
        var to = range.end() - 1;
        filled("zeroed", from, to, '0');
        filled("half zeroed", from, from + 700, '0');
        filled("all ones", from, to, 'F');
        filled("padding filled", to - 100, to, '1');
        filled("last digit of the padding", to - 1, to, '1');
        filled("blank in the padding", to - 50, to - 49, ' ');
        filled("no hexadecimal", from + 40, from + 42, 'x');
        filled("length byte", from + 2, from + 4, '8');
        filled("opening bracket", from - 1, from, '(');
        filled("closing bracket", to, to + 1, ')');
        var others = Range.of(genuine.strangers());
        var forged = base();
        var width = Math.min(to - from, others.end() - others.start() - 2);
        System.arraycopy(genuine.strangers(), others.start() + 1, forged, from, width);
        add("contents: another certificate's", forged);
        var mixed = base();
        var letter = from;
        while (!Character.isLetter(mixed[letter])) {
            letter++;
        }
        mixed[letter] ^= 0x20;
        add("contents: one digit in the other case", mixed);
    }

    private void filled(String name, int from, int to, char with) {
        var forged = base();
        Arrays.fill(forged, from, to, (byte) with);
        add("contents: " + name, forged);
    }

    /// What the signature covers is kept, somewhere; what a reader shows is something else.
    private void wrappings() {
        var base = base();
        var range = Range.of(base);
        var evil = text("9 0 obj\n<< /Type /Catalog /Pages 3 0 R >>\nendobj\n");
        var head = Arrays.copyOf(base, range.end());
        var rest = Arrays.copyOfRange(base, range.end(), base.length);
        add("wrapped: something between gap and rest", joined(joined(head, evil), rest));
        range.with(base, "0 " + range.start() + " " + (range.end() + evil.length) + " " + range.rest())
                .ifPresent(moved -> add(
                        "wrapped: the rest moved and the range with it",
                        joined(
                                joined(Arrays.copyOf(moved, range.end()), evil),
                                Arrays.copyOfRange(moved, range.end(), moved.length))));
        range.with(base, "0 " + range.start() + " " + base.length + " " + range.rest())
                .ifPresent(moved -> add("wrapped: the rest copied to the end", joined(moved, rest)));
        add(
                "wrapped: a new catalog behind it all",
                joined(
                        base,
                        text(
                                "\n99 0 obj\n<< /Type /Catalog /Pages 98 0 R >>\nendobj\n98 0 obj\n<< /Type /Pages /Kids [] "
                                        + "/Count 0 >>\nendobj\nxref\n98 2\n0000000000 00000 n \n0000000000 00000 n \ntrailer\n<< /Size 100 "
                                        + "/Root 99 0 R >>\nstartxref\n" + base.length + "\n%%EOF\n")));
        add("wrapped: an old cross-reference pointed to", joined(base, text("\nstartxref\n9\n%%EOF\n")));
        var whole = new String(base, StandardCharsets.ISO_8859_1);
        var signature = whole.substring(whole.lastIndexOf("/ByteRange") - 200, range.end());
        add("wrapped: the signature twice", joined(base, text("\n7777 0 obj\n<< " + signature + " >>\nendobj\n")));
    }

    /// Whole papers of somebody else, and nothing at all.
    private void others() {
        add("empty", new byte[0]);
        add("a header only", text("%PDF-1.7\n"));
        add("XML", text("<xml/>"));
        add(
                "unsigned, with the words of one",
                Documents.unsigned("Cục Hồ sơ nghiệp vụ (thử nghiệm)", List.of(), TestClock.now()));
        var spliced = Arrays.copyOf(genuine.clean(), genuine.clean().length);
        var range = Range.of(genuine.clean());
        var other = genuine.strangers();
        System.arraycopy(other, 0, spliced, 0, Math.min(range.start(), other.length) / 2);
        add("first half of another certificate", spliced);
    }

    /// Where a signature says what it covers.
    ///
    /// @param at where the brackets of the range begin
    record Range(int at, int width, int start, int end, int rest) {
        private static final java.util.regex.Pattern FORM =
                java.util.regex.Pattern.compile("/ByteRange\\s*\\[\\s*0\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s*]\\s*");

        static Range of(byte[] pdf) {
            var found = FORM.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
            if (!found.find()) {
                throw new IllegalStateException("no byte range");
            }
            return new Range(
                    found.start(),
                    found.end() - found.start(),
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)));
        }

        /// With another range in its place; empty when there is no room for it.
        java.util.Optional<byte[]> with(byte[] pdf, String value) {
            var range = "/ByteRange [" + value + "]";
            if (range.length() > width) {
                return java.util.Optional.empty();
            }
            return java.util.Optional.of(put(pdf, range + " ".repeat(width - range.length())));
        }

        byte[] named(byte[] pdf, String name) {
            return put(pdf, name);
        }

        private byte[] put(byte[] pdf, String what) {
            var forged = pdf.clone();
            System.arraycopy(text(what), 0, forged, at, what.length());
            return forged;
        }
    }

    static byte[] joined(byte[] one, byte[] other) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String printable(String text) {
        var printable = new ArrayList<String>();
        text.chars().forEach(c -> printable.add(c > ' ' && c < 127 ? String.valueOf((char) c) : "\\" + c));
        return String.join("", printable);
    }
}
