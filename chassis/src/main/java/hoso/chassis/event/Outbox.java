package hoso.chassis.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.database.Statements;
import hoso.chassis.id.Ids;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The one way for a fact to leave a service. The fact is written into the table `outbox` and, by the same statement,
/// into the write-ahead log as a logical message. The relay reads the log in commit order; the table is what remains
/// true when a slot is lost, and what the reconciler compares Kafka with.
@ApplicationScoped
public class Outbox {
    private static final Pattern TYPE = Pattern.compile("hoso\\.[a-z-]+\\.(?<event>[A-Za-z]+\\.v[0-9]+)");
    private static final String APPEND = """
            with fact as (
              insert into outbox (id, topic, message) values (?, ?, ?) returning message
            )
            select pg_logical_emit_message(true, 'outbox', message) from fact
            """;

    private final Statements statements;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;
    private final String source;

    Outbox(
            Statements statements,
            ObjectMapper json,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.statements = statements;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.source = "/" + service;
    }

    /// Writes the fact into the transaction at hand. Without a transaction there is no fact: MANDATORY.
    ///
    /// @return the id of the event
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID append(Event event) {
        var id = ids.next();
        statements.first(APPEND, row -> id, id, event.topic(), message(id, event));
        return id;
    }

    private byte[] message(UUID id, Event event) {
        var type = TYPE.matcher(event.type());
        if (!type.matches()) {
            throw new IllegalArgumentException("not a type of ours: " + event.type());
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put(Attribute.SPEC_VERSION, "1.0");
        headers.put(Attribute.ID, id.toString());
        headers.put(Attribute.SOURCE, source);
        headers.put(Attribute.TYPE, event.type());
        headers.put(Attribute.SUBJECT, event.subject());
        headers.put(
                Attribute.TIME, clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
        headers.put(Attribute.DATA_SCHEMA, "/contract/events/" + type.group("event") + ".schema.json");
        headers.put(Attribute.PARTITION_KEY, event.key());
        headers.put(Attribute.SEQUENCE, Long.toString(event.sequence()));
        headers.put(Attribute.CONTENT_TYPE, "application/json");
        var trace = trace();
        if (trace != null) {
            headers.put(Attribute.TRACE_PARENT, trace);
        }
        return Message.write(event.topic(), event.key(), headers, data(event));
    }

    private byte[] data(Event event) {
        try {
            return json.writeValueAsString(event.data()).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the data of " + event.type() + " cannot be written", e);
        }
    }

    private static @Nullable String trace() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        return Arc.container().instance(Trace.class).get().parent();
    }
}
