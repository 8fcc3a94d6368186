package hoso.healthrecord.document.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.Flaws.Stop;
import hoso.healthrecord.document.History;
import hoso.healthrecord.document.History.Part;
import hoso.healthrecord.document.Reading;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A bundle with several encounters: the history of a patient at a facility. It is cut into a bundle for each visit,
/// with the bytes of the entries as they are, and each is read like one that was sent alone.
public final class FhirHistoryReader {
    private static final byte[] MARK = "\"Encounter\"".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_VISITS = 2_000;
    private static final int MOST_EPISODE = 100;
    private static final Pattern PLACE = Pattern.compile("^Bundle\\.entry\\[(\\d+)]");
    private static final int SYNTHETIC = -1;

    private final byte[] document;
    private final Instant now;
    private final String facility;
    private final Flaws flaws = new Flaws();
    private final List<Part> parts = new ArrayList<>();

    private FhirHistoryReader(byte[] document, String facility, Instant now) {
        this.document = document;
        this.facility = facility;
        this.now = now;
    }

    /// The visits of a history; absent when the document tells of one visit or none, or is no bundle.
    ///
    /// @param facility that sent it, and keeps what belongs to no visit
    public static Optional<History> read(byte[] document, String facility, Instant now) {
        if (document.length > DocumentFormat.MAX_BYTES || !mayBe(document)) {
            return Optional.empty();
        }
        try {
            return new FhirHistoryReader(document, facility, now).read();
        } catch (Stop stop) {
            return Optional.of(new History.Refused((Reading.Refused) stop.refused()));
        }
    }

    /// Does it name the type Encounter twice? To look is cheap, and most documents do not.
    private static boolean mayBe(byte[] document) {
        var found = 0;
        for (int i = 0; i <= document.length - MARK.length && found < 2; i++) {
            if (document[i] == '"'
                    && java.util.Arrays.mismatch(document, i, i + MARK.length, MARK, 0, MARK.length) < 0) {
                found++;
            }
        }
        return found == 2;
    }

    private Optional<History> read() throws Stop {
        Flaws.checkUtf8(document, "Bundle");
        var entries = HistoryEntryReader.read(document);
        var places = new HistoryPlaceReader(entries.all(), flaws);
        if (places.visits().size() < 2) {
            return Optional.empty();
        }
        if (places.visits().size() > MOST_VISITS) {
            throw new Stop("Bundle.entry", Code.TOO_MANY_ELEMENTS);
        }
        places.assign();
        for (var visit : places.visits()) {
            part(entries, places.of(visit), entries.type().equals("document") ? "collection" : entries.type());
        }
        rest(entries, places);
        episodesDiffer(places.visits());
        return Optional.of(
                flaws.any()
                        ? new History.Refused((Reading.Refused) flaws.refused())
                        : new History.Visits(List.copyOf(parts), places.placed()));
    }

    private void part(HistoryEntryReader entries, List<Integer> own, String type) {
        add(bundle(entries, own, type, new byte[0]), own);
    }

    /// What belongs to no visit is a document of its author: of the Composition that is there, or of the facility.
    private void rest(HistoryEntryReader entries, HistoryPlaceReader places) {
        var rest = places.rest();
        if (rest.isEmpty()) {
            return;
        }
        var own = new ArrayList<>(places.withShared(rest));
        if (rest.stream().anyMatch(i -> entries.all().get(i).is("Composition"))) {
            part(entries, own, "document");
            return;
        }
        var composition = composition(entries, places.visits()).toString().getBytes(StandardCharsets.UTF_8);
        var document = bundle(entries, own, "document", composition);
        own.addFirst(SYNTHETIC);
        add(document, own);
    }

    private ObjectNode composition(HistoryEntryReader entries, List<Integer> visits) {
        var first = visits.stream()
                .map(entries.all()::get)
                .min((a, b) -> String.valueOf(a.at()).compareTo(String.valueOf(b.at())))
                .orElseThrow();
        var last = visits.stream()
                .map(entries.all()::get)
                .max((a, b) -> String.valueOf(a.at()).compareTo(String.valueOf(b.at())))
                .orElseThrow();
        var patient = entries.all().stream()
                .filter(one -> one.is("Patient"))
                .map(HistoryEntryReader.One::names)
                .map(one -> one.fullUrl().isEmpty() ? "Patient/" + one.id() : one.fullUrl())
                .findFirst()
                .orElse("");
        var episode =
                "history/" + first.names().identifiers().stream().findFirst().orElse("");
        var composition = FhirBundleReader.MAPPER.createObjectNode();
        composition.put("resourceType", "Composition").put("status", "final");
        composition
                .putObject("identifier")
                .put("system", "urn:vn:ma-lk")
                .put("value", episode.substring(0, Math.min(MOST_EPISODE, episode.length())));
        composition.putObject("type").put("text", "Lịch sử khám bệnh, chữa bệnh");
        composition.putObject("subject").put("reference", patient);
        composition.put("date", String.valueOf(last.at()));
        composition
                .putArray("author")
                .addObject()
                .putObject("identifier")
                .put("system", "urn:vn:cskcb")
                .put("value", facility);
        composition.put("title", "Phần hồ sơ không thuộc lượt khám nào");
        composition
                .putObject("custodian")
                .putObject("identifier")
                .put("system", "urn:vn:cskcb")
                .put("value", facility);
        return composition;
    }

    private byte[] bundle(HistoryEntryReader entries, List<Integer> own, String type, byte[] composition) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[")
                .getBytes(StandardCharsets.UTF_8));
        if (composition.length > 0) {
            out.writeBytes("{\"resource\":".getBytes(StandardCharsets.UTF_8));
            out.writeBytes(composition);
            out.writeBytes("},".getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < own.size(); i++) {
            var one = entries.all().get(own.get(i));
            if (i > 0) {
                out.write(',');
            }
            out.write(document, one.begin(), one.end() - one.begin());
        }
        out.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private void add(byte[] bundle, List<Integer> own) {
        switch (FhirBundleReader.read(bundle, now)) {
            case Reading.Read read -> parts.add(new Part(read, bundle));
            case Reading.Refused refused ->
                refused.flaws().forEach(flaw -> flaws.add(place(flaw.pointer(), own), flaw.code()));
        }
    }

    /// The place in the document that was sent.
    private static String place(String pointer, List<Integer> own) {
        var matcher = PLACE.matcher(pointer);
        if (!matcher.find()) {
            return pointer;
        }
        var sent = own.get(Integer.parseInt(matcher.group(1)));
        return sent == SYNTHETIC
                ? "Bundle.entry"
                : matcher.replaceFirst(Matcher.quoteReplacement("Bundle.entry[" + sent + "]"));
    }

    private void episodesDiffer(List<Integer> visits) {
        if (flaws.any()) {
            return;
        }
        var known = new HashSet<String>();
        for (int i = 0; i < visits.size(); i++) {
            if (!known.add(parts.get(i).read().visit().header().episode())) {
                flaws.add("Bundle.entry[" + visits.get(i) + "].resource.identifier", Code.EPISODE_TWICE);
            }
        }
    }
}
