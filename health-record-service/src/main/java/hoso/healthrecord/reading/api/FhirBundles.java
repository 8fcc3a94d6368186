package hoso.healthrecord.reading.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.reading.api.ReadOwnRecord.Version;
import hoso.healthrecord.reading.resource.RecordEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Bundles that answer a search or tell a history.
///
/// @param base address of the API, as its callers know it
record FhirBundles(String base) {

    /// One page of what was found.
    ///
    /// @param query as it was asked, for the links
    ObjectNode found(Search search, List<RecordEntry> found, Map<String, List<String>> query) {
        var bundle = bundle("searchset").put("total", found.size());
        link(bundle, "self", search, search.offset(), query);
        var end = Math.min(found.size(), search.offset() + search.count());
        if (end < found.size() && search.count() > 0) {
            link(bundle, "next", search, end, query);
        }
        for (var entry : found.subList(Math.min(search.offset(), end), end)) {
            add(bundle, entry, search.shown(entry.resource()));
        }
        return bundle;
    }

    /// All of a record, in one bundle.
    ObjectNode everything(List<RecordEntry> entries) {
        var bundle = bundle("searchset").put("total", entries.size());
        entries.forEach(entry -> add(bundle, entry, entry.resource()));
        return bundle;
    }

    private void add(ObjectNode bundle, RecordEntry entry, ObjectNode resource) {
        var one = bundle.withArray("entry").addObject();
        one.put("fullUrl", base + "/" + entry.reference());
        one.set("resource", resource);
        one.putObject("search").put("mode", "match");
    }

    /// The versions of one resource, the latest first.
    ObjectNode history(String reference, List<Version> versions) {
        var bundle = bundle("history").put("total", versions.size());
        for (int i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            var entry = bundle.withArray("entry").addObject();
            entry.put("fullUrl", base + "/" + reference);
            if (version.entry() != null) {
                entry.set("resource", version.entry().resource());
            }
            var first = i == versions.size() - 1;
            entry.putObject("request")
                    .put("method", version.entry() == null ? "DELETE" : first ? "POST" : "PUT")
                    .put("url", reference);
            entry.putObject("response")
                    .put("status", version.entry() == null ? "204" : first ? "201" : "200")
                    .put("etag", "W/\"" + version.of().version() + "\"")
                    .put("lastModified", version.of().receivedAt().toString());
        }
        return bundle;
    }

    private static ObjectNode bundle(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", type);
    }

    private void link(ObjectNode bundle, String relation, Search search, int offset, Map<String, List<String>> query) {
        var url = new StringBuilder(base).append('/').append(search.type()).append('?');
        query.forEach((name, values) -> values.stream()
                .filter(_ -> !name.equals("_offset"))
                .forEach(value -> url.append(encoded(name))
                        .append('=')
                        .append(encoded(value))
                        .append('&')));
        url.append("_offset=").append(offset);
        bundle.withArray("link").addObject().put("relation", relation).put("url", url.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
