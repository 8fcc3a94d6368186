package hoso.judicialcert.register.entry;

import hoso.judicialcert.person.Person;
import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.Judgment;
import hoso.judicialcert.register.conviction.JudgmentHistory;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Judgments in the database, and what followed them.
@ApplicationScoped
class JudgmentRows implements Judgments, PanacheRepositoryBase<JudgmentRow, UUID> {
    private static final String ADD = """
            insert into judgment (id, court, key_mark, number_mark, namesake_mark, content, recorded_at)
            values (:id, :court, :key, nullif(cast(:number as bytea), cast('' as bytea)), :namesake, :content, :now) on conflict (key_mark) do nothing
            """;
    private static final String ADD_NUMBER =
            "insert into judgment_number (judgment_id, mark) values (:id, :mark) on conflict do nothing";

    private final PersonIndexRows index;
    private final SealedEntryJson json;
    private final ExecutionRows execution;
    private final BanRows bans;
    private final Clock clock;

    JudgmentRows(PersonIndexRows index, SealedEntryJson json, ExecutionRows execution, BanRows bans, Clock clock) {
        this.index = index;
        this.json = json;
        this.execution = execution;
        this.bans = bans;
        this.clock = clock;
    }

    @Override
    public Optional<Judgment> find(Judgment judgment) {
        return find("keyMark", (Object) index.key(judgment))
                .firstResultOptional()
                .map(json::judgment);
    }

    @Override
    public Optional<Judgment> find(UUID judgment) {
        return find("id = ?1 and annulled = false", judgment)
                .firstResultOptional()
                .map(json::judgment);
    }

    @Override
    public boolean add(Judgment judgment) {
        index.claim(judgment.person());
        var number = index.number(judgment.person());
        var added = getEntityManager()
                        .createNativeQuery(ADD)
                        .setParameter("id", judgment.id())
                        .setParameter("court", judgment.court())
                        .setParameter("key", index.key(judgment))
                        .setParameter("number", number == null ? new byte[0] : number)
                        .setParameter("namesake", index.namesake(judgment.person()))
                        .setParameter("content", json.seal(judgment))
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
        if (added) {
            index.addNumbers(ADD_NUMBER, judgment.id(), judgment.person());
        }
        return added;
    }

    @Override
    public Optional<ExecutionDecision> add(ExecutionDecision decision, String sender) {
        find(decision.judgment()).ifPresent(judgment -> index.claim(judgment.person()));
        return execution.add(decision, sender);
    }

    @Override
    public Optional<Ban> add(Ban ban, String sender) {
        return bans.add(ban, sender);
    }

    @Override
    public Optional<Filed> open(UUID id) {
        return find("id", id).firstResultOptional().map(this::filed);
    }

    @Override
    public Optional<Filed> lock(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::filed);
    }

    private Filed filed(JudgmentRow row) {
        var past = new JudgmentHistory(json.judgment(row), execution.of(List.of(row.id)));
        return new Filed(past.judgment(), row.version, row.annulled, past.execution(), corrections(row.id));
    }

    private List<Correction> corrections(UUID judgment) {
        return getEntityManager()
                .createQuery("""
                        from CorrectionRow where subjectId = :judgment
                          or subjectId in (select id from ExecutionDecisionRow where judgmentId = :judgment)
                        order by recordedAt, version
                        """, CorrectionRow.class)
                .setParameter("judgment", judgment)
                .getResultStream()
                .map(row -> json.correction(judgment, row))
                .toList();
    }

    @Override
    public Optional<UUID> correct(Judgment corrected, Correction trace) {
        var row = findById(corrected.id());
        index.claim(json.judgment(row).person(), corrected.person());
        var key = index.key(corrected);
        var same = find("keyMark = ?1 and id != ?2", key, corrected.id()).firstResultOptional();
        if (same.isPresent()) {
            return same.map(other -> other.id);
        }
        row.court = corrected.court();
        row.keyMark = key;
        row.numberMark = index.number(corrected.person());
        row.namesakeMark = index.namesake(corrected.person());
        row.content = json.seal(corrected);
        row.version = trace.version();
        keep(corrected.id(), trace);
        getEntityManager().flush();
        getEntityManager()
                .createNativeQuery("delete from judgment_number where judgment_id = :id")
                .setParameter("id", corrected.id())
                .executeUpdate();
        index.addNumbers(ADD_NUMBER, corrected.id(), corrected.person());
        return Optional.empty();
    }

    @Override
    public void annul(Correction trace) {
        personOf(trace).ifPresent(person -> index.claim(person));
        switch (trace.what()) {
            case JUDGMENT_ANNULLED -> {
                var row = findById(trace.subject());
                row.annulled = true;
                row.version = trace.version();
                keep(trace.subject(), trace);
            }
            case DECISION_ANNULLED, BAN_ANNULLED ->
                keep(owner(trace.what(), trace.subject()).orElseThrow(), trace);
            case JUDGMENT_CORRECTED -> throw new IllegalArgumentException("a correction needs a content");
        }
    }

    private Optional<Person> personOf(Correction trace) {
        return switch (trace.what()) {
            case BAN_ANNULLED ->
                owner(trace.what(), trace.subject()).flatMap(bans::find).map(Ban::person);
            case DECISION_ANNULLED ->
                owner(trace.what(), trace.subject())
                        .map(id -> json.judgment(findById(id)).person());
            case JUDGMENT_CORRECTED, JUDGMENT_ANNULLED ->
                Optional.of(json.judgment(findById(trace.subject())).person());
        };
    }

    @Override
    public Optional<UUID> owner(Correction.What what, UUID subject) {
        var entities = getEntityManager();
        var annulled = entities.createQuery("select count(*) from CorrectionRow where subjectId = :subject", Long.class)
                .setParameter("subject", subject)
                .getSingleResult();
        if (annulled > 0) {
            return Optional.empty();
        }
        return switch (what) {
            case DECISION_ANNULLED ->
                Optional.ofNullable(entities.find(ExecutionDecisionRow.class, subject))
                        .map(row -> row.judgmentId);
            case BAN_ANNULLED ->
                Optional.ofNullable(entities.find(BanRow.class, subject)).map(row -> row.id);
            case JUDGMENT_CORRECTED, JUDGMENT_ANNULLED -> Optional.of(subject);
        };
    }

    private void keep(UUID owner, Correction trace) {
        var row = new CorrectionRow();
        row.id = trace.id();
        row.subjectId = trace.subject();
        row.what = trace.what().name();
        row.version = trace.version();
        row.actor = trace.actor();
        row.content = json.seal(owner, trace);
        row.recordedAt = trace.at();
        getEntityManager().persist(row);
    }
}
