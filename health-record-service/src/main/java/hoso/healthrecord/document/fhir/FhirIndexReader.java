package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.text;

import hoso.healthrecord.document.fhir.FhirJson.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The resources of a bundle, found by what references call them. Contained resources are entries too.
final class FhirIndexReader {
    private static final Pattern VERSION = Pattern.compile("/_history/[A-Za-z0-9.-]{1,64}$");

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> named = new HashMap<>();

    static FhirIndexReader of(List<Entry> entries) {
        var index = new FhirIndexReader();
        entries.forEach(index::add);
        return index;
    }

    /// Adds a resource and the resources it contains.
    private void add(Entry entry) {
        entries.add(entry);
        var id = text(entry.resource().path("id"));
        if (!entry.fullUrl().isEmpty()) {
            named.putIfAbsent(entry.fullUrl(), entry);
        }
        if (id != null) {
            named.putIfAbsent(entry.type() + "/" + id, entry);
        }
        var contained = entry.resource().path("contained");
        for (int i = 0; i < contained.size(); i++) {
            var inner = new Entry(entry.pointer() + ".contained[" + i + "]", "", contained.path(i));
            entries.add(inner);
            var innerId = text(inner.resource().path("id"));
            if (innerId != null) {
                named.putIfAbsent(entry.pointer() + "#" + innerId, inner);
            }
        }
    }

    /// All resources, each contained one after the resource around it.
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// The resource that a reference written inside `from` names, if the bundle holds it.
    Optional<Entry> find(Entry from, String reference) {
        if (reference.startsWith("#")) {
            return Optional.ofNullable(named.get(container(from) + reference));
        }
        return Optional.ofNullable(named.get(unversioned(reference)));
    }

    private static String container(Entry from) {
        var inner = from.pointer().indexOf(".contained[");
        return inner < 0 ? from.pointer() : from.pointer().substring(0, inner);
    }

    /// A reference to one version names the same resource.
    static String unversioned(String reference) {
        return VERSION.matcher(reference).replaceFirst("");
    }
}
