package hoso.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import hoso.chassis.id.Ids;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one place where an exception becomes an answer. Whatever is not a problem already is told as one, and a fault
/// is told as an incident number and nothing else: no stack trace, no text of ours or of a library.
@Singleton
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private final Ids ids;

    ProblemMappers(Ids ids) {
        this.ids = ids;
    }

    @ServerExceptionMapper(ProblemException.class)
    Response problem(ProblemException exception, HttpHeaders headers) {
        return answer(exception.problem(), headers);
    }

    /// The second class is named because Quarkus has a mapper of its own for it, which answers without a word.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException exception, HttpHeaders headers) {
        return answer(Problem.of(400, "unreadable-body").with("at", place(exception)), headers);
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    Response unauthenticated(UnauthorizedException exception, HttpHeaders headers) {
        return unauthenticated(headers);
    }

    @ServerExceptionMapper(AuthenticationFailedException.class)
    Response unauthenticated(AuthenticationFailedException exception, HttpHeaders headers) {
        return unauthenticated(headers);
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response forbidden(ForbiddenException exception, HttpHeaders headers) {
        return answer(Problem.of(403, "forbidden"), headers);
    }

    @ServerExceptionMapper(WebApplicationException.class)
    Response http(WebApplicationException exception, HttpHeaders headers) {
        if (exception.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, headers);
        }
        if (exception.getCause() instanceof ProblemException problem) {
            return problem(problem, headers);
        }
        if (Faults.isCallerGone(exception)) {
            return callerGone(headers);
        }
        var status = exception.getResponse().getStatus();
        return switch (status) {
            case 400 -> answer(Problem.of(400, "unreadable-body").with("at", "/"), headers);
            case 401 -> unauthenticated(headers);
            case 403 -> answer(Problem.of(403, "forbidden"), headers);
            case 404 -> answer(Problem.notFound(), headers);
            case 405 -> answer(Problem.of(405, "method-not-allowed"), headers);
            case 406 -> answer(Problem.of(406, "not-acceptable"), headers);
            case 413 -> answer(Problem.of(413, "too-large"), headers);
            case 415 -> answer(Problem.of(415, "unsupported-media-type"), headers);
            case 503 -> answer(Problem.of(503, "unavailable").header("Retry-After", "5"), headers);
            default -> status >= 500 ? fault(exception, headers) : exception.getResponse();
        };
    }

    @ServerExceptionMapper(Throwable.class)
    Response fault(Throwable exception, HttpHeaders headers) {
        if (Faults.isCallerGone(exception)) {
            return callerGone(headers);
        }
        if (Faults.isDatabaseAway(exception)) {
            LOG.warnf("database away: %s", exception.getClass().getSimpleName());
            return answer(Problem.of(503, "unavailable").header("Retry-After", "5"), headers);
        }
        if (Faults.isOutOfTime(exception)) {
            LOG.warnf("out of time: %s", Faults.trace(exception));
            return answer(Problem.of(503, "unavailable").header("Retry-After", "5"), headers);
        }
        if (Faults.isUnkeepableText(exception)) {
            return answer(Problem.of(400, "unkeepable-text"), headers);
        }
        if (Faults.isUnkeepableValue(exception)) {
            LOG.warnf("a value that no check refused: %s", Faults.trace(exception));
            return answer(Problem.of(400, "unkeepable-value"), headers);
        }
        if (Faults.isTokenUnreadable(exception)) {
            return unauthenticated(headers);
        }
        var incident = ids.next();
        // The message of a library's exception may quote what a citizen sent: class names and places only.
        LOG.errorf("incident=%s %s", incident, Faults.trace(exception));
        return answer(Problem.of(500, "internal-error").with("incident", incident), headers);
    }

    /// Nobody reads this answer. It counts as a caller's mistake, so that nobody can raise an alarm by hanging up.
    private static Response callerGone(HttpHeaders headers) {
        LOG.debug("a caller hung up in the middle of a request");
        return answer(Problem.of(400, "unreadable-body").with("at", "/"), headers);
    }

    private static Response unauthenticated(HttpHeaders headers) {
        return answer(Problem.of(401, "unauthenticated").header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"), headers);
    }

    private static Response answer(Problem problem, HttpHeaders headers) {
        return ProblemBody.response(problem, Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static String place(JsonProcessingException exception) {
        if (exception instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            List<JsonMappingException.Reference> path = mapping.getPath();
            return path.stream()
                    .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("/", "/", ""));
        }
        var location = exception.getLocation();
        return location == null ? "/" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
