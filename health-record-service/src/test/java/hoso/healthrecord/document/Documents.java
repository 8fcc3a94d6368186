package hoso.healthrecord.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Documents to test with: the golden examples of the contract, and claims made from the example's tables.
public final class Documents {
    public static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Pattern FILE =
            Pattern.compile("<LOAIHOSO>(\\w+)</LOAIHOSO>\\s*<NOIDUNGFILE>([^<]*)</NOIDUNGFILE>");

    private final Map<String, String> tables = new LinkedHashMap<>();
    private String sender = "01000";

    private Documents() {
        var files = FILE.matcher(new String(claimExample(), StandardCharsets.UTF_8));
        while (files.find()) {
            tables.put(files.group(1), new String(Base64.getDecoder().decode(files.group(2)), StandardCharsets.UTF_8));
        }
    }

    public static byte[] claimExample() {
        return example("visit-claim.xml");
    }

    public static byte[] bundleExample() {
        return example("visit-bundle.json");
    }

    public static byte[] example(String name) {
        try (var in = Documents.class.getResourceAsStream("/META-INF/resources/contract/examples/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A claim with the tables of the example.
    public static Documents claim() {
        return new Documents();
    }

    public Documents sentBy(String facility) {
        sender = facility;
        return this;
    }

    /// Replaces text in each table.
    public Documents with(String old, String replacement) {
        tables.replaceAll((_, table) -> table.replace(old, replacement));
        return this;
    }

    public Documents tag(String table, String tag, String text) {
        tables.computeIfPresent(
                table,
                (_, xml) ->
                        xml.replaceAll("<" + tag + ">[^<]*</" + tag + ">", "<" + tag + ">" + text + "</" + tag + ">"));
        return this;
    }

    public Documents table(String name, String xml) {
        tables.put(name, xml);
        return this;
    }

    public Documents without(String name) {
        tables.remove(name);
        return this;
    }

    public byte[] bytes() {
        return xml().getBytes(StandardCharsets.UTF_8);
    }

    public String xml() {
        var files = new StringBuilder();
        tables.forEach((name, xml) -> files.append("<FILEHOSO><LOAIHOSO>")
                .append(name)
                .append("</LOAIHOSO><NOIDUNGFILE>")
                .append(Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)))
                .append("</NOIDUNGFILE></FILEHOSO>"));
        return envelope(sender, "<HOSO>" + files + "</HOSO>");
    }

    public static String envelope(String facility, String visits) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <GIAMDINHHS><THONGTINDONVI><MACSKCB>%s</MACSKCB></THONGTINDONVI><THONGTINHOSO><NGAYLAP>20260915</NGAYLAP>\
                <SOLUONGHOSO>1</SOLUONGHOSO><DANHSACHHOSO>%s</DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI/></GIAMDINHHS>
                """.formatted(facility, visits);
    }
}
