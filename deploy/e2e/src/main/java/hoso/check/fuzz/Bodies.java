package hoso.check.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.check.contract.Operation;
import hoso.check.contract.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Bodies of each kind that a contract names: bent in what they say, in how they are written, and in their bytes.
final class Bodies {
    private static final int BOMB = 20_000_000;
    private static final List<String> FORMS = List.of(
            "=",
            "&",
            "%",
            "&=",
            "a=%zz",
            "a=%F0%28%8C%28",
            "grant_type=",
            "grant_type=%00",
            "grant_type=a&grant_type=b",
            "a=b&".repeat(3_000),
            "grant_type=refresh_token&refresh_token=" + "a".repeat(3_000),
            "grant_type=refresh_token&refresh_token=%00",
            "grant_type=urn:ietf:params:oauth:grant-type:pre-authorized_code&pre-authorized_code=x&tx_code=1",
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Apre-authorized_code&pre-authorized_code=%C3%28&tx_code=%00");
    private static final List<String> XML = List.of(
            "",
            "<a",
            "<a/>",
            "<a b=\"1\" b=\"2\"/>",
            "<a>&#0;</a>",
            "<a>\u0000</a>",
            "<?xml version=\"1.1\"?><a>&#1;</a>",
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
            "<?xml version=\"1.0\" encoding=\"x-bogus\"?><a/>",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:9/dtd\"><a/>",
            "<" + "a".repeat(100_000) + "/>",
            "<a>".repeat(20_000) + "</a>".repeat(20_000),
            envelope("", ""),
            envelope("79001", "!!!"),
            envelope("79001", "AAAA"),
            envelope("79001", "//79"),
            envelope("79001", "PFRPTkdfSE9QPjxNQV9MSz54PC9NQV9MSz48L1RPTkdfSE9QPg=="));
    private static final List<String> FILES = List.of(
            "",
            "%PDF-1.7\n",
            "%PDF-1.4\n1 0 obj\n".repeat(2_000),
            "%PDF-1.4\nxref\n0 99999999\ntrailer<</Size 99999999/Prev 0>>startxref\n9\n%%EOF",
            "%PDF-1.4\n1 0 obj<</Length 1 0 R>>stream\nx\nendstream endobj\ntrailer<</Root 1 0 R/Encrypt 1 0 R>>startxref\n0\n%%EOF",
            "\u00ff\u00d8\u00ff\u00e0",
            "\u0089PNG\r\n\u001a\n",
            "PK\u0003\u0004");

    private Bodies() {}

    private static String envelope(String facility, String file) {
        return "<GIAMDINHHS><THONGTINDONVI><MACSKCB>" + facility + "</MACSKCB></THONGTINDONVI><THONGTINHOSO>"
                + "<SOLUONGHOSO>99999999999</SOLUONGHOSO><DANHSACHHOSO><HOSO><FILEHOSO><LOAIHOSO>XML1</LOAIHOSO><NOIDUNGFILE>"
                + file + "</NOIDUNGFILE></FILEHOSO></HOSO></DANHSACHHOSO></THONGTINHOSO></GIAMDINHHS>";
    }

    /// A body of the media type. In one of eight it is what the contract describes, so that something is made.
    static byte[] of(Operation operation, String type, JsonNode media, Chance chance) {
        if (type.contains("form")) {
            return chance.pick(FORMS).getBytes(StandardCharsets.UTF_8);
        }
        if (type.endsWith("xml")) {
            return spoiled(chance.pick(XML), chance);
        }
        if (type.contains("json")) {
            var sample = Samples.of(operation, media);
            return type.contains("nd") || type.endsWith("jsonl")
                    ? spoiled(lines(sample, chance), chance)
                    : spoiled(text(sample, chance), chance);
        }
        return chance.percent(15)
                ? chance.bytes(1 + chance.below(2_000))
                : chance.pick(FILES).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(JsonNode sample, Chance chance) {
        return chance.percent(12) ? Twist.text(sample, chance) : Twist.bent(sample, chance);
    }

    private static String lines(JsonNode sample, Chance chance) {
        var lines = new ArrayList<String>();
        var count = 1 + chance.below(5);
        for (var i = 0; i < count; i++) {
            lines.add(text(sample, chance));
        }
        return String.join(chance.pick(List.of("\n", "\r\n", "\r", "\n\n", " ")), lines);
    }

    /// In one of five the bytes are bent as well: cut, doubled, in another encoding, nested, or something else.
    private static byte[] spoiled(String text, Chance chance) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!chance.percent(20)) {
            return bytes;
        }
        return switch (chance.below(18)) {
            case 0 -> text.substring(0, chance.below(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 2 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 3 -> text.getBytes(StandardCharsets.UTF_16);
            case 4 -> (text + "}garbage").getBytes(StandardCharsets.UTF_8);
            case 5 -> (text + "\n" + text).getBytes(StandardCharsets.UTF_8);
            case 6 ->
                text.replaceFirst("\"([^\"]*)\":", "\"$1\":\"twice\",\"$1\":").getBytes(StandardCharsets.UTF_8);
            case 7 ->
                text.replaceFirst("(?s)\"([^\"]*)\":(.*)}$", "\"$1\":$2,\"$1\":{}}")
                        .getBytes(StandardCharsets.UTF_8);
            case 8, 9 -> flipped(bytes, chance);
            case 10 -> nested("[", "]", chance);
            case 11 -> nested("{\"a\":", "}", chance);
            case 12 -> ("/*c*/" + text).getBytes(StandardCharsets.UTF_8);
            case 13 -> text.replace('"', '\'').getBytes(StandardCharsets.UTF_8);
            case 14 -> chance.bytes(200);
            case 15 -> ("{" + "\"a\":1,".repeat(20_000) + "\"b\":1}").getBytes(StandardCharsets.UTF_8);
            default ->
                chance.pick(List.of("", "null", "\"\"", "[]", "{}", "0", "\u0000", "[null]", "{\"\":\"\"}"))
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] flipped(byte[] bytes, Chance chance) {
        if (bytes.length > 0) {
            for (var i = 0; i < 3; i++) {
                bytes[chance.below(bytes.length)] =
                        (byte) (int) chance.pick(List.of(0, 0x80, 0xc0, 0xed, 0xf8, 0xfe, 0xff));
            }
        }
        return bytes;
    }

    private static byte[] nested(String open, String close, Chance chance) {
        var depth = chance.pick(List.of(50, 500, 999, 1_001, 20_000, 100_000));
        return (open.repeat(depth) + close.repeat(depth)).getBytes(StandardCharsets.UTF_8);
    }

    /// The body compressed; or one that is small and becomes 20 MB.
    static byte[] compressed(byte[] body, Chance chance) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(chance.percent(20) ? new byte[BOMB] : body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
