package hoso.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.database.Statements;
import hoso.chassis.problem.Problem;
import hoso.chassis.vault.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
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
            values (?, ?, ?, ?) on conflict do nothing
            """;
    private static final String KEEP = """
            update idempotency_key set status = ?, location = ?, body = ?
            where operation = ? and caller = ? and key = ?
            """;
    private static final String FIND = """
            select fingerprint, status, location, body from idempotency_key
            where operation = ? and caller = ? and key = ?
            """;

    private final Statements statements;
    private final ObjectMapper json;
    private final BlindIndex blindIndex;

    Idempotency(Statements statements, ObjectMapper json, BlindIndex blindIndex) {
        this.statements = statements;
        this.json = json;
        this.blindIndex = blindIndex;
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
        var given = given(key);
        var fingerprint = fingerprint(request);
        var isFirst = statements.update(CLAIM, operation, caller, given, fingerprint) == 1;
        return isFirst ? keep(operation, caller, given, work.get()) : again(operation, caller, given, fingerprint);
    }

    /// The answer a command had, or empty when it was not done before: for commands that prepare something costly
    /// before their transaction, which a repetition does not need. Another command under the same key is refused.
    @Transactional
    public Optional<Response> before(String operation, String caller, @Nullable String key, Object request) {
        var fingerprint = fingerprint(request);
        return statements
                .first(FIND, row -> first(row, fingerprint), operation, caller, given(key))
                .map(Kept::response);
    }

    private static String given(@Nullable String key) {
        if (key == null) {
            throw Problem.of(400, "idempotency-key-missing").raise();
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.of(400, "idempotency-key-unreadable").raise();
        }
        return key;
    }

    private Response keep(String operation, String caller, String key, Answer answer) {
        var kept = new Kept(
                answer.status(),
                answer.location() == null ? null : answer.location().toString(),
                answer.body() == null ? null : text(answer.body()));
        statements.update(KEEP, kept.status(), kept.location(), kept.body(), operation, caller, key);
        return kept.response();
    }

    private Response again(String operation, String caller, String key, byte[] fingerprint) {
        return statements
                .first(FIND, row -> first(row, fingerprint), operation, caller, key)
                .orElseThrow(() -> new IllegalStateException("the first answer went away"))
                .response();
    }

    private static Kept first(ResultSet row, byte[] fingerprint) throws SQLException {
        if (!MessageDigest.isEqual(fingerprint, row.getBytes(1))) {
            throw Problem.of(422, "idempotency-key-reused").raise();
        }
        return new Kept(row.getInt(2), row.getString(3), row.getString(4));
    }

    private record Kept(
            int status, @Nullable String location, @Nullable String body) {
        Response response() {
            var response = Response.status(status).header("Cache-Control", "no-store");
            if (location != null) {
                response.header("Location", location);
            }
            if (body != null) {
                response.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
            }
            return response.build();
        }
    }

    /// A keyed mark: what people send can be guessed, and a plain hash would tell whether the guess is right.
    private byte[] fingerprint(Object request) {
        return blindIndex.of("idempotency:" + text(request));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }
}
