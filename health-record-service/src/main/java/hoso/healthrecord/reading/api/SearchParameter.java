package hoso.healthrecord.reading.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// By what resources of one type are searched.
///
/// @param elements where its values are; each that is there counts
record SearchParameter(String name, Kind kind, List<String> elements) {
    /// Kinds of FHIR's search parameters that are known here.
    enum Kind {
        TOKEN,
        DATE,
        REFERENCE,
        STRING
    }

    private static final Map<String, Map<String, SearchParameter>> BY_TYPE = read();

    /// The types that can be read, in alphabetical order.
    static List<String> types() {
        return List.copyOf(BY_TYPE.keySet());
    }

    static boolean knows(String type) {
        return BY_TYPE.containsKey(type);
    }

    /// The parameters of a type that is known, without those that steer the answer.
    static Map<String, SearchParameter> of(String type) {
        return BY_TYPE.getOrDefault(type, Map.of());
    }

    private static Map<String, Map<String, SearchParameter>> read() {
        var properties = new Properties();
        try (var in = SearchParameter.class.getResourceAsStream("/fhir-search.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var types = new TreeMap<String, Map<String, SearchParameter>>();
        properties.forEach((type, line) -> types.put(
                type.toString(),
                Stream.concat(Stream.of(line.toString().split(" ", -1)).map(SearchParameter::parse), common().stream())
                        .collect(Collectors.toMap(SearchParameter::name, one -> one, (a, _) -> a, TreeMap::new))));
        return types;
    }

    private static List<SearchParameter> common() {
        return List.of(
                new SearchParameter("_id", Kind.TOKEN, List.of("id")),
                new SearchParameter("_lastUpdated", Kind.DATE, List.of("meta/lastUpdated")));
    }

    private static SearchParameter parse(String text) {
        var parts = text.split(":", -1);
        return new SearchParameter(
                parts[0], Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)), List.of(parts[2].split(",", -1)));
    }
}
