package hoso.gateway.routes;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A service names its resources as it knows them; the caller is told them as the caller can reach them.
record PublicLinks(String service, URI origin) {

    private static final Pattern TARGET = Pattern.compile("<([^<>]*)>");

    String location(String value) {
        var path = local(value);
        return path.startsWith("/") && !path.startsWith("//") ? "/api/" + service + path : path;
    }

    /// The header `Link`, each target in its angle brackets.
    String link(String value) {
        return TARGET.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement("<" + location(found.group(1)) + ">"));
    }

    private String local(String value) {
        var base = origin.toString().replaceAll("/+$", "");
        return value.startsWith(base + "/") ? value.substring(base.length()) : value;
    }
}
