package hoso.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.problem.Problem;
import hoso.chassis.vault.Lookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07): a command sent again has its first effect and
/// gets its first answer. Key, fingerprint and answer are written in the transaction of the effect, so that there is
/// never one without the other. A second call with the same key waits for the first; were the first to fail, the
/// second does the work.
@ApplicationScoped
public class Idempotency {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final String CLAIM = """
            insert into idempotency_key (operation, caller, key, fingerprint)
            values (:operation, :caller, :key, :fingerprint) on conflict do nothing
            """;
    private static final String KEEP = """
            update idempotency_key set status = :status, location = :location, body = :body
            where operation = :operation and caller = :caller and key = :key
            """;
    private static final String FIND = """
            select fingerprint, status, location, body from idempotency_key
            where operation = :operation and caller = :caller and key = :key
            """;

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Lookup lookup;

    Idempotency(EntityManager entities, ObjectMapper json, Lookup lookup) {
        this.entities = entities;
        this.json = json;
        this.lookup = lookup;
    }

    /// Does the work, or gives the answer it had.
    ///
    /// @param operation name of the command; keys of different commands do not meet
    /// @param caller who asks; keys of different callers do not meet
    /// @param key what came in the header; null is the problem `idempotency-key-missing`
    /// @param request the command as understood: the same key with another one is refused
    /// @param work what the command does; a refusal it raises is not kept, so that a mended command may use the key
    @Transactional
    public Response once(String operation, String caller, @Nullable String key, Object request, Supplier<Answer> work) {
        if (key == null) {
            throw Problem.of(400, "idempotency-key-missing").raise();
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.of(400, "idempotency-key-unreadable").raise();
        }
        var fingerprint = fingerprint(request);
        var isFirst = entities.createNativeQuery(CLAIM)
                        .setParameter("operation", operation)
                        .setParameter("caller", caller)
                        .setParameter("key", key)
                        .setParameter("fingerprint", fingerprint)
                        .executeUpdate()
                == 1;
        return isFirst ? keep(operation, caller, key, work.get()) : again(operation, caller, key, fingerprint);
    }

    private Response keep(String operation, String caller, String key, Answer answer) {
        var location = answer.location() == null ? null : answer.location().toString();
        var body = answer.body() == null ? null : text(answer.body());
        entities.createNativeQuery(KEEP)
                .setParameter("status", answer.status())
                .setParameter("location", location)
                .setParameter("body", body)
                .setParameter("operation", operation)
                .setParameter("caller", caller)
                .setParameter("key", key)
                .executeUpdate();
        return response(answer.status(), location, body);
    }

    private Response again(String operation, String caller, String key, byte[] fingerprint) {
        var first = (Tuple) entities.createNativeQuery(FIND, Tuple.class)
                .setParameter("operation", operation)
                .setParameter("caller", caller)
                .setParameter("key", key)
                .getSingleResult();
        if (!MessageDigest.isEqual(fingerprint, first.get("fingerprint", byte[].class))) {
            throw Problem.of(422, "idempotency-key-reused").raise();
        }
        return response(
                first.get("status", Integer.class),
                first.get("location", String.class),
                first.get("body", String.class));
    }

    private static Response response(int status, @Nullable String location, @Nullable String body) {
        var response = Response.status(status).header("Cache-Control", "no-store");
        if (location != null) {
            response.header("Location", location);
        }
        if (body != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        }
        return response.build();
    }

    /// A keyed mark: what people send can be guessed, and a plain hash would tell whether the guess is right.
    private byte[] fingerprint(Object request) {
        return lookup.mark("idempotency:" + text(request));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }
}
