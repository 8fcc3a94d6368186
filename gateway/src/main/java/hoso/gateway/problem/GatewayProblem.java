package hoso.gateway.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// A refusal or fault of the door itself, told as RFC 9457 in the caller's language. A service's own problem answers
/// pass through untouched.
public record GatewayProblem(
        Kind kind, Map<String, Object> members, @Nullable Duration retryAfter, boolean closes) {

    /// Every problem this gateway answers with; each has its heading in `contract/problems.md`.
    public enum Kind {
        PATH_REFUSED(400),
        HOST_REFUSED(400),
        UNREADABLE_REQUEST(400),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        UPLOAD_TOO_SLOW(408),
        TOO_LARGE(413),
        TOO_MANY_REQUESTS(429),
        UNREADABLE_ANSWER(502),
        SERVICE_UNAVAILABLE(503),
        SERVICE_TIMEOUT(504);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final List<Locale> LANGUAGES = List.of(VIETNAMESE, Locale.ENGLISH);

    public GatewayProblem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public static GatewayProblem of(Kind kind) {
        return new GatewayProblem(kind, Map.of(), null, false);
    }

    public GatewayProblem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new GatewayProblem(kind, more, retryAfter, closes);
    }

    public GatewayProblem retryAfter(Duration wait) {
        return new GatewayProblem(kind, members, wait, closes);
    }

    /// The connection ends with the answer: what the caller still sends is not read.
    public GatewayProblem closing() {
        return new GatewayProblem(kind, members, retryAfter, true);
    }

    public void answer(RoutingContext ctx) {
        var response = ctx.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // Half an answer is out already: only a broken connection tells the caller that it is not whole.
            ctx.request().connection().close();
            return;
        }
        var language = language(ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var body = json(language);
        response.setStatusCode(kind.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, "Accept-Language");
        if (retryAfter != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(retryAfter)));
        }
        if (closes) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        var _ = response.end(body.toBuffer());
    }

    JsonObject json(Locale language) {
        var texts = texts(language);
        var body = new JsonObject()
                .put("type", "/contract/problems.md#" + kind.slug())
                .put("title", texts.getString(kind.slug() + ".title"))
                .put("status", kind.status())
                .put("detail", filled(texts.getString(kind.slug() + ".detail")));
        members.forEach(body::put);
        return body;
    }

    static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(
                "problems",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    /// Vietnamese unless the caller clearly prefers English.
    static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return VIETNAMESE;
        }
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return found == null ? VIETNAMESE : found;
        } catch (IllegalArgumentException _) {
            return VIETNAMESE;
        }
    }

    private String filled(String text) {
        var filled = text;
        for (var member : members.entrySet()) {
            filled = filled.replace("{" + member.getKey() + "}", String.valueOf(member.getValue()));
        }
        return filled;
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
