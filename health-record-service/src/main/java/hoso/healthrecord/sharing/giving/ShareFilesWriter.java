package hoso.healthrecord.sharing.giving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.healthrecord.hiv.HivRules;
import hoso.healthrecord.reading.resource.RecordEntry;
import hoso.healthrecord.sharing.content.ChosenEntries;
import hoso.healthrecord.sharing.jose.LinkEncryption;
import hoso.healthrecord.sharing.link.Choice;
import hoso.healthrecord.sharing.link.Links;
import hoso.healthrecord.sharing.link.ShareFile;
import hoso.healthrecord.sharing.link.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Makes the files of a link out of what its owner chose: one for the whole record, one for each visit that was named.
/// What the owner keeps from others, and what touches a sensitive category that was not named, is in none of them.
@ApplicationScoped
class ShareFilesWriter {
    private static final String FHIR_JSON = "application/fhir+json";

    private final ChosenEntries entries;
    private final Shares shares;
    private final Links links;
    private final ObjectMapper json;

    ShareFilesWriter(ChosenEntries entries, Shares shares, Links links, ObjectMapper json) {
        this.entries = entries;
        this.shares = shares;
        this.links = links;
        this.json = json;
    }

    /// The files, each encrypted; empty when nothing is left to show.
    ///
    /// @param key of the link; used here, and kept nowhere
    List<ShareFile> files(UUID record, Choice choice, byte[] key, Instant now) {
        var chosen = entries.of(record, choice.kinds(), choice.sensitive());
        var seen = chosen.visits();
        var shown = chosen.entries();
        var files = new ArrayList<ShareFile>();
        if (choice.summary()) {
            add(files, shown, seen, key, now);
        }
        for (var visit : choice.visits()) {
            var ofVisit = shown.stream()
                    .filter(entry -> entry.visit().equals(visit) || entry.type().equals("Patient"))
                    .toList();
            add(files, ofVisit, seen, key, now);
        }
        return List.copyOf(files);
    }

    /// The first of the visits chosen that is not in the record, by its place among them.
    Optional<Integer> missing(UUID record, Choice choice) {
        var standing = shares.standing(record).keySet();
        return IntStream.range(0, choice.visits().size())
                .boxed()
                .filter(place -> !standing.contains(choice.visits().get(place)))
                .findFirst();
    }

    /// A file without anything but the person is none.
    private void add(
            List<ShareFile> files, List<RecordEntry> shown, Map<UUID, Integer> versions, byte[] key, Instant now) {
        if (shown.stream().allMatch(entry -> entry.type().equals("Patient"))) {
            return;
        }
        var sources = new HashMap<UUID, Integer>();
        shown.stream()
                .filter(entry -> !entry.type().equals("Patient"))
                .forEach(entry -> sources.put(entry.visit(), versions.getOrDefault(entry.visit(), entry.version())));
        files.add(new ShareFile(
                files.size() + 1,
                FHIR_JSON,
                LinkEncryption.encrypt(key, FHIR_JSON, bundle(shown, now)),
                sources,
                HivRules.VERSION,
                now));
    }

    private byte[] bundle(List<RecordEntry> shown, Instant now) {
        var bundle = json.createObjectNode()
                .put("resourceType", "Bundle")
                .put("type", "collection")
                .put("timestamp", now.toString());
        var all = bundle.putArray("entry");
        for (var entry : shown) {
            all.addObject()
                    .put("fullUrl", links.resources() + entry.reference())
                    .set("resource", entry.resource());
        }
        try {
            return json.writeValueAsBytes(bundle);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
