package hoso.judicialcert.register.entry;

import hoso.judicialcert.register.conviction.ExecutionDecision;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Decisions on the execution of judgments in the database.
@Singleton
class ExecutionRows {
    private static final String EXECUTION = """
            select * from execution_decision d where judgment_id in (:judgments)
              and not exists (select from register_correction c where c.subject_id = d.id)
            """;
    private static final String ADD_DECISION = """
            insert into execution_decision (id, judgment_id, key_mark, content, recorded_by, recorded_at)
            values (:id, :judgment, :key, :content, :sender, :now) on conflict (key_mark) do nothing
            """;

    private final EntityManager entities;
    private final PersonIndexRows index;
    private final SealedEntryJson json;
    private final Clock clock;

    ExecutionRows(EntityManager entities, PersonIndexRows index, SealedEntryJson json, Clock clock) {
        this.entities = entities;
        this.index = index;
        this.json = json;
        this.clock = clock;
    }

    /// Those that still count.
    List<ExecutionDecision> of(List<UUID> judgments) {
        List<?> rows = entities.createNativeQuery(EXECUTION, ExecutionDecisionRow.class)
                .setParameter("judgments", judgments)
                .getResultList();
        return rows.stream()
                .map(row -> json.decision((ExecutionDecisionRow) row))
                .toList();
    }

    /// Adds a decision.
    ///
    /// @return the one that is there already; empty when it was added
    Optional<ExecutionDecision> add(ExecutionDecision decision, String sender) {
        var key = index.key(decision);
        var added = entities.createNativeQuery(ADD_DECISION)
                .setParameter("id", decision.id())
                .setParameter("judgment", decision.judgment())
                .setParameter("key", key)
                .setParameter("content", json.seal(decision))
                .setParameter("sender", sender)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return added == 1
                ? Optional.empty()
                : entities.createQuery("from ExecutionDecisionRow where keyMark = :key", ExecutionDecisionRow.class)
                        .setParameter("key", key)
                        .getResultStream()
                        .findFirst()
                        .map(json::decision);
    }
}
