package hoso.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// A hospital's information system: sends what it has, in the form it has, as often as its network makes it.
public final class Hospital {
    private static final String[] TABLES = {"XML1", "XML2", "XML4", "XML5"};
    private final RunningSystem system;
    private final String token;
    private final String facility;

    private Hospital(RunningSystem system, String facility) {
        this.system = system;
        this.facility = facility;
        this.token = system.machineToken("hospital-" + facility);
    }

    public static Hospital of(RunningSystem system, String facility) {
        return new Hospital(system, facility);
    }

    /// Sends the claim envelope of one episode (Decision 130/QĐ-BYT, tables XML1, XML2, XML4, XML5).
    public Http.Reply sendsClaim(String episode) {
        return sends("application/xml", claim(episode).getBytes(StandardCharsets.UTF_8));
    }

    /// Sends the same kind of visit as a FHIR R4 bundle.
    Http.Reply sendsBundle(String episode) {
        var bundle =
                resource("visit/bundle.json").replace("${EPISODE}", episode).replace("${FACILITY}", facility);
        return sends("application/fhir+json", bundle.getBytes(StandardCharsets.UTF_8));
    }

    Http.Reply sends(String mediaType, byte[] document) {
        return Http.post(
                system.api("health-record", "/visits"),
                Map.of("Authorization", "Bearer " + token, "Content-Type", mediaType, "Accept-Language", "vi"),
                document);
    }

    String claim(String episode) {
        var files = new StringBuilder();
        for (var table : TABLES) {
            var xml = resource("visit/" + table + ".xml")
                    .replace("${EPISODE}", episode)
                    .replace("${FACILITY}", facility);
            files.append("<FILEHOSO><LOAIHOSO>%s</LOAIHOSO><NOIDUNGFILE>%s</NOIDUNGFILE></FILEHOSO>"
                    .formatted(table, Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8))));
        }
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <GIAMDINHHS><THONGTINDONVI><MACSKCB>%s</MACSKCB></THONGTINDONVI><THONGTINHOSO><NGAYLAP>20261123</NGAYLAP>\
                <SOLUONGHOSO>1</SOLUONGHOSO><DANHSACHHOSO><HOSO>%s</HOSO></DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI/></GIAMDINHHS>
                """.formatted(facility, files);
    }

    private static String resource(String name) {
        try (InputStream in = Hospital.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
