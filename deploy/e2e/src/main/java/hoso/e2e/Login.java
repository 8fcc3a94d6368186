package hoso.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.local.run.Passcode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A person in front of the log-in pages: authorization code with PKCE (RFC 7636), first the password, and when the
/// app asks for `acr` 2 the six digits of the authenticator as well. One log-in keeps its cookies, as a browser does.
public final class Login {
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final int PAGES = 6;
    private final RunningSystem system;
    private final String username;
    private final String passcodeSeed;
    private final String client;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /// Somebody of the demo, in front of our own pages.
    public Login(RunningSystem system, String username) {
        this(system, username, system.secret("passcode." + username), "hoso-app");
    }

    /// @param passcodeSeed of the authenticator, in base32
    /// @param client a public client that may come back to our pages
    public Login(RunningSystem system, String username, String passcodeSeed, String client) {
        this.system = system;
        this.username = username;
        this.passcodeSeed = passcodeSeed;
        this.client = client;
    }

    /// An access token of this degree of assurance.
    public String token(int acr) {
        return tokens(acr, Map.of()).path("access_token").asText();
    }

    /// All tokens of a log-in: `access_token`, `id_token`, `refresh_token`.
    ///
    /// @param more further parameters of the authorization request, such as `prompt`
    public JsonNode tokens(int acr, Map<String, String> more) {
        var verifier = random(48);
        var code = authorize(acr, challenge(verifier), more);
        var reply = form(
                system.url("oidc") + "/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        client,
                        "redirect_uri",
                        redirect(),
                        "code",
                        code,
                        "code_verifier",
                        verifier));
        return reply.expect(200).json();
    }

    private String authorize(int acr, String challenge, Map<String, String> more) {
        var state = random(16);
        var parameters = new LinkedHashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                client,
                "redirect_uri",
                redirect(),
                "scope",
                "openid",
                "state",
                state,
                "acr_values",
                Integer.toString(acr),
                "code_challenge",
                challenge,
                "code_challenge_method",
                "S256"));
        parameters.putAll(more);
        var reply = page(system.url("oidc") + "/protocol/openid-connect/auth?" + query(parameters));
        for (var i = 0; i < PAGES; i++) {
            if (reply.status() == 302 || reply.status() == 303) {
                var location = reply.header("Location");
                if (location.startsWith(redirect())) {
                    return code(location, state);
                }
                reply = page(location);
            } else {
                reply = fill(reply.expect(200).text());
            }
        }
        throw new IllegalStateException("the log-in of " + username + " does not come to an end");
    }

    private Http.Reply fill(String html) {
        var action = ACTION.matcher(html);
        if (!action.find()) {
            throw new IllegalStateException("no form on the log-in page: " + html.replaceAll("(?s)<[^>]+>|\\s+", " "));
        }
        var url = action.group(1).replace("&amp;", "&");
        var fields = new LinkedHashMap<String, String>();
        if (html.contains("name=\"otp\"")) {
            fields.put("otp", Passcode.at(passcodeSeed, Instant.now()));
        } else {
            fields.put("username", username);
            fields.put("password", "hoso-" + username);
        }
        return keep(form(url, fields));
    }

    private static String code(String location, String state) {
        var query = URI.create(location).getRawQuery();
        var given = parameter(query, "state");
        if (!given.equals(state)) {
            throw new IllegalStateException("the answer belongs to another log-in");
        }
        return parameter(query, "code");
    }

    private static String parameter(String query, String name) {
        Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]+)").matcher(query);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in the answer: " + query);
        }
        return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
    }

    private Http.Reply page(String url) {
        return keep(Http.get(url, headers()));
    }

    private Http.Reply form(String url, Map<String, String> fields) {
        var headers = new LinkedHashMap<>(headers());
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return Http.post(url, headers, query(fields).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> headers() {
        if (cookies.isEmpty()) {
            return Map.of();
        }
        var cookie = cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
        return Map.of("Cookie", cookie);
    }

    private Http.Reply keep(Http.Reply reply) {
        reply.headers().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Set-Cookie")) {
                for (var value : values) {
                    var pair = value.substring(0, value.indexOf(';') < 0 ? value.length() : value.indexOf(';'));
                    var at = pair.indexOf('=');
                    cookies.put(pair.substring(0, at), pair.substring(at + 1));
                }
            }
        });
        return reply;
    }

    private String redirect() {
        return system.url("gateway") + "/";
    }

    private String random(int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
