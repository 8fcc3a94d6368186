package hoso.gateway.portal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/// The headers every answer carries, worked out once.
final class SecurityHeaders {

    private SecurityHeaders() {}

    static Map<String, String> of(URI publicUrl, URI tokenUrl) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(
                "Content-Security-Policy",
                String.join(
                        "; ",
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self'",
                        "connect-src 'self' " + origin(tokenUrl),
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'",
                        // Text from a service can never become markup: the pages build elements, and nothing else may.
                        "require-trusted-types-for 'script'",
                        "trusted-types 'none'"));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        // The code of a certificate is in the fragment, ids are in paths: neither is told to another site.
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        if ("https".equals(publicUrl.getScheme())) {
            headers.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        return headers;
    }

    static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
