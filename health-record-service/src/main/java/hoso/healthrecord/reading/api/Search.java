package hoso.healthrecord.reading.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.reading.resource.RecordEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A search among the resources of one record. All conditions must be met; a parameter that is not known is a
/// mistake and not passed over, because passing over it would answer another question than was asked.
///
/// @param patient whom the caller names; absent when nobody
/// @param sort elements to sort by, in that order
/// @param elements to be told besides those that a resource cannot do without; all when empty
record Search(
        String type,
        @Nullable String patient,
        List<SearchFilter> filters,
        List<Order> sort,
        int count,
        int offset,
        Set<String> elements) {
    static final int MOST = 200;

    /// Elements without which a resource of any type is none, or is misread.
    private static final Set<String> NEEDED = Set.of(
            "resourceType",
            "id",
            "meta",
            "status",
            "intent",
            "code",
            "subject",
            "patient",
            "clinicalStatus",
            "verificationStatus",
            "doNotPerform",
            "modifierExtension",
            "implicitRules");

    private static final Pattern ID = Pattern.compile("(?:Patient/)?([A-Za-z0-9.-]{1,64})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    /// @param descending the latest or last first
    record Order(SearchParameter parameter, boolean descending) {}

    /// What was asked, or what cannot be understood of it.
    sealed interface Asked {
        record Understood(Search search) implements Asked {}

        /// The type is not searched by this parameter.
        ///
        /// @param known the names that are offered
        record Unknown(String parameter, List<String> known) implements Asked {}

        /// A value of this parameter cannot be read.
        record Unreadable(String parameter) implements Asked {}
    }

    static Asked of(String type, Map<String, List<String>> query) {
        var known = SearchParameter.of(type);
        @Nullable String patient = null;
        var filters = new ArrayList<SearchFilter>();
        var sort = new ArrayList<Order>();
        var count = 50;
        var offset = 0;
        var elements = Set.<String>of();
        for (var asked : query.entrySet()) {
            for (var value : asked.getValue()) {
                var name = asked.getKey();
                switch (name) {
                    case "_format", "_pretty" -> {}
                    case "patient", "subject" -> {
                        var id = ID.matcher(value);
                        if (!id.matches() || (patient != null && !patient.equals(id.group(1)))) {
                            return new Asked.Unreadable(name);
                        }
                        patient = id.group(1);
                    }
                    case "_count" -> {
                        if (!NUMBER.matcher(value).matches()) {
                            return new Asked.Unreadable(name);
                        }
                        count = Math.min(Integer.parseInt(value), MOST);
                    }
                    case "_offset" -> {
                        if (!NUMBER.matcher(value).matches()) {
                            return new Asked.Unreadable(name);
                        }
                        offset = Integer.parseInt(value);
                    }
                    case "_elements" -> elements = Set.of(value.split(",", -1));
                    case "_sort" -> {
                        for (var one : value.split(",", -1)) {
                            var parameter = known.get(one.startsWith("-") ? one.substring(1) : one);
                            if (parameter == null) {
                                return new Asked.Unreadable(name);
                            }
                            sort.add(new Order(parameter, one.startsWith("-")));
                        }
                    }
                    default -> {
                        var parameter = known.get(name);
                        if (parameter == null) {
                            return new Asked.Unknown(name, List.copyOf(known.keySet()));
                        }
                        var filter = new SearchFilter(parameter, List.of(value.split(",", -1)));
                        if (filter.unreadable().isPresent()) {
                            return new Asked.Unreadable(name);
                        }
                        filters.add(filter);
                    }
                }
            }
        }
        return new Asked.Understood(
                new Search(type, patient, List.copyOf(filters), List.copyOf(sort), count, offset, elements));
    }

    /// All that is found, in order.
    List<RecordEntry> in(List<RecordEntry> entries) {
        var found = entries.stream()
                .filter(entry -> entry.type().equals(type))
                .filter(entry -> filters.stream().allMatch(filter -> filter.meets(entry.resource())));
        return sort.isEmpty() ? found.toList() : found.sorted(order()).toList();
    }

    private Comparator<RecordEntry> order() {
        Comparator<RecordEntry> order = (_, _) -> 0;
        for (var one : sort) {
            Comparator<RecordEntry> next = Comparator.comparing(entry -> key(entry.resource(), one.parameter()));
            order = order.thenComparing(one.descending() ? next.reversed() : next);
        }
        return order;
    }

    /// Dates sort by when they begin, everything else as text; what has none comes first.
    private static String key(JsonNode resource, SearchParameter parameter) {
        for (var element : parameter.elements()) {
            var node = resource.at("/" + element);
            if (node.isMissingNode()) {
                continue;
            }
            if (parameter.kind() == SearchParameter.Kind.DATE) {
                return Span.of(node.isObject() ? node.path("start").asText() : node.asText())
                        .map(span -> span.start().toString())
                        .orElse("");
            }
            return node.isValueNode() ? node.asText() : node.toString();
        }
        return "";
    }

    /// The resource with the elements that were asked for, marked as a part (`SUBSETTED`).
    ObjectNode shown(ObjectNode resource) {
        if (elements.isEmpty()) {
            return resource;
        }
        var part = resource.deepCopy();
        part.retain(resource.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> NEEDED.contains(name) || elements.contains(name))
                .toList());
        part.withObject("/meta")
                .withArray("tag")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ObservationValue")
                .put("code", "SUBSETTED");
        return part;
    }
}
