package hoso.chassis.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// What the HTTP server refuses before any resource is asked, told as the problems that a resource would tell: a body
/// that announces more bytes than are taken, and an address that cannot be decoded.
@Singleton
class DoorProblems {
    /// Before all other handlers: authentication and metrics look at the path, and the server's own check of the length
    /// answers without a word.
    private static final int FIRST = 1_000_000;

    private final long mostBytes;

    DoorProblems(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes) {
        this.mostBytes = mostBytes.asLongValue();
    }

    void filters(@Observes Filters filters) {
        filters.register(this::door, FIRST);
    }

    void routes(@Observes Router router) {
        router.errorHandler(400, context -> answer(context, Problem.of(400, "address-unreadable")));
    }

    private void door(RoutingContext context) {
        if (!isAddress(context.request().uri())) {
            answer(context, Problem.of(400, "address-unreadable"));
        } else if (announced(context.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > mostBytes) {
            // Nothing of the body is read: the connection ends with the answer.
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.response().endHandler(_ -> context.request().connection().close());
            answer(context, Problem.of(413, "too-large"));
        } else {
            context.next();
        }
    }

    /// What is no URI, as Quarkus looks at it. The router finds the rest when it compares paths.
    private static boolean isAddress(String uri) {
        try {
            return !new URI(uri).toString().isEmpty();
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /// The HTTP decoder has refused what is no number.
    private static long announced(@Nullable String length) {
        return length == null ? 0 : Long.parseLong(length.trim());
    }

    private static void answer(RoutingContext context, Problem problem) {
        if (context.response().ended()) {
            return;
        }
        var language = Language.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE.toString())
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject(ProblemBody.body(problem, language)).toBuffer());
    }
}
