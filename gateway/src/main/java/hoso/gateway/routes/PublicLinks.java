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

    /// A service that believes `X-Forwarded-Proto` names itself with the public scheme, and then without its port.
    private String local(String value) {
        var own = Pattern.compile("https?://" + Pattern.quote(origin.getHost()) + "(:" + origin.getPort() + ")?(/.*)");
        var found = own.matcher(value);
        return found.matches() ? found.group(2) : value;
    }
}
