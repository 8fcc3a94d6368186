package hoso.bench.service;

import hoso.chassis.event.Event;
import hoso.chassis.event.Outbox;
import hoso.chassis.idempotency.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Map;

/// Writes a fact and its event in one transaction. The row of the subject is held to the end of it, so that
/// the facts of one subject are committed in the order of their versions.
@ApplicationScoped
class RecordFact {
    static final String TOPIC = "bench.facts.v1";
    static final String TYPE = "hoso.bench.FactRecorded.v1";
    private static final String NEXT_VERSION = """
            insert into subject (id, version) values (:subject, 1)
            on conflict (id) do update set version = subject.version + 1
            returning version
            """;
    private static final String KEEP = """
            insert into fact (event_id, command, subject, version) values (:event, :command, :subject, :version)
            """;

    private final EntityManager entities;
    private final Outbox outbox;

    RecordFact(EntityManager entities, Outbox outbox) {
        this.entities = entities;
        this.outbox = outbox;
    }

    @Transactional
    Answer record(Recording recording) {
        var subject = recording.subject();
        var version = (Long) entities.createNativeQuery(NEXT_VERSION)
                .setParameter("subject", subject)
                .getSingleResult();
        var event =
                outbox.append(Event.of(TOPIC, TYPE, subject, subject, version, Map.of("command", recording.command())));
        entities.createNativeQuery(KEEP)
                .setParameter("event", event)
                .setParameter("command", recording.command())
                .setParameter("subject", subject)
                .setParameter("version", version)
                .executeUpdate();
        return Answer.created(URI.create("/facts/" + event), Map.of("version", version));
    }
}
