package hoso.judicialcert.register.entry;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.vault.BlindIndex;
import hoso.chassis.vault.SealedJson;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.Entry;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.Judgment;
import hoso.judicialcert.register.conviction.JudgmentHistory;
import hoso.judicialcert.register.matching.Extract;
import hoso.judicialcert.register.matching.Finding;
import hoso.judicialcert.register.matching.Holdings;
import hoso.judicialcert.register.matching.Question;
import hoso.judicialcert.register.matching.Register;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The register in the database. Nobody can read out of the tables who is in them: persons are found by marks.
@ApplicationScoped
class JudgmentRows implements Judgments, Register, PanacheRepositoryBase<JudgmentRow, UUID> {
    private static final String ADD = """
            insert into judgment (id, court, key_mark, number_mark, namesake_mark, content, recorded_at)
            values (:id, :court, :key, nullif(cast(:number as bytea), cast('' as bytea)), :namesake, :content, :now) on conflict (key_mark) do nothing
            """;
    private static final String ADD_NUMBER =
            "insert into judgment_number (judgment_id, mark) values (:id, :mark) on conflict do nothing";
    private static final String ADD_BAN_NUMBER = "insert into ban_number (ban_id, mark) values (:id, :mark)";
    private static final String FIND = """
            select * from judgment where not annulled and id in (
              select id from judgment where namesake_mark = :namesake
              union select judgment_id from judgment_number where mark in (:numbers))
            """;
    private static final String FIND_BANS = """
            select * from ban b where not exists (select from register_correction c where c.subject_id = b.id)
              and id in (select id from ban where namesake_mark = :namesake
              union select ban_id from ban_number where mark in (:numbers))
            """;
    private static final String EXECUTION = """
            select * from execution_decision d where judgment_id in (:judgments)
              and not exists (select from register_correction c where c.subject_id = d.id)
            """;
    private static final String VERSIONS = """
            select j.id, j.version
              + (select count(*) from execution_decision d where d.judgment_id = j.id)
              + (select count(*) from register_correction c join execution_decision d on d.id = c.subject_id
                 where d.judgment_id = j.id) as version
            from judgment j where j.id in (:ids)
            """;
    /// A ban is entered once and never changed: one that was annulled is not found any more.
    private static final long ONLY_VERSION = 1;
    private static final String ADD_DECISION = """
            insert into execution_decision (id, judgment_id, key_mark, content, recorded_by, recorded_at)
            values (:id, :judgment, :key, :content, :sender, :now) on conflict (key_mark) do nothing
            """;
    private static final String ADD_BAN = """
            insert into ban (id, judgment_id, key_mark, namesake_mark, content, recorded_by, recorded_at)
            values (:id, cast(:judgment as uuid), :key, :namesake, :content, :sender, :now) on conflict (key_mark) do nothing
            """;

    private final SealedJson sealed;
    private final BlindIndex blindIndex;
    private final Clock clock;
    private final Law law;

    JudgmentRows(SealedJson sealed, BlindIndex blindIndex, Clock clock, Law law) {
        this.sealed = sealed;
        this.blindIndex = blindIndex;
        this.clock = clock;
        this.law = law;
    }

    /// A correction as it is sealed: what its row does not say.
    record Trace(Correction.Basis basis, JudgmentJson.@Nullable Sent before) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Finding find(Question question) {
        return holdings(question).find(question);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Finding lock(Question question) {
        queue(Stream.of(question.person()), "pg_advisory_xact_lock_shared");
        return find(question);
    }

    /// Waits until nobody issues a certificate about who may be this person, and lets nobody begin to before the
    /// transaction ends. Certificates do not wait for each other.
    private void claim(Person... people) {
        queue(Stream.of(people), "pg_advisory_xact_lock");
    }

    /// Always in the same order, so that two who want the same marks do not wait for each other.
    private void queue(Stream<Person> people, String lock) {
        people.flatMap(person -> Stream.concat(
                        Stream.of(blindIndex("namesake", person.namesake())),
                        person.numbers().stream().map(number -> blindIndex("number", number))))
                .map(mark -> ByteBuffer.wrap(mark).getLong())
                .distinct()
                .sorted()
                .forEach(mark -> getEntityManager()
                        .createNativeQuery("select cast(" + lock + "(:mark) as text)")
                        .setParameter("mark", mark)
                        .getSingleResult());
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Extract extract(Question question, Collection<UUID> attributed) {
        return holdings(question).extract(question, attributed);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public List<String> versions(Finding finding) {
        var ids = finding.entries().stream().map(Entry::id).distinct().sorted().toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        List<?> rows = getEntityManager()
                .createNativeQuery(VERSIONS, Tuple.class)
                .setParameter("ids", ids)
                .getResultList();
        var versions = rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(row -> row.get("id", UUID.class), row -> row.get("version", Long.class)));
        return ids.stream()
                .map(id -> id + "@" + versions.getOrDefault(id, ONLY_VERSION))
                .toList();
    }

    private Holdings holdings(Question question) {
        var person = question.person();
        var numbers = person.numbers().stream()
                .map(number -> blindIndex("number", number))
                .toList();
        var marks = numbers.isEmpty() ? List.of(new byte[0]) : numbers;
        var namesake = blindIndex("namesake", person.namesake());
        List<?> rows = getEntityManager()
                .createNativeQuery(FIND, JudgmentRow.class)
                .setParameter("namesake", namesake)
                .setParameter("numbers", marks)
                .getResultList();
        var judgments = rows.stream().map(row -> judgment((JudgmentRow) row)).toList();
        var bans = question.bans() ? bans(namesake, marks) : List.<Ban>of();
        return new Holdings(law, pasts(judgments), bans);
    }

    private List<Ban> bans(byte[] namesake, List<byte[]> marks) {
        List<?> rows = getEntityManager()
                .createNativeQuery(FIND_BANS, BanRow.class)
                .setParameter("namesake", namesake)
                .setParameter("numbers", marks)
                .getResultList();
        return rows.stream().map(row -> ban((BanRow) row)).toList();
    }

    private List<JudgmentHistory> pasts(List<Judgment> judgments) {
        if (judgments.isEmpty()) {
            return List.of();
        }
        var execution = execution(judgments.stream().map(Judgment::id).toList()).stream()
                .collect(Collectors.groupingBy(ExecutionDecision::judgment));
        return judgments.stream()
                .map(judgment -> new JudgmentHistory(judgment, execution.getOrDefault(judgment.id(), List.of())))
                .toList();
    }

    private List<ExecutionDecision> execution(List<UUID> judgments) {
        List<?> rows = getEntityManager()
                .createNativeQuery(EXECUTION, ExecutionDecisionRow.class)
                .setParameter("judgments", judgments)
                .getResultList();
        return rows.stream().map(row -> decision((ExecutionDecisionRow) row)).toList();
    }

    @Override
    public Optional<Judgment> find(Judgment judgment) {
        return find("keyMark", (Object) key(judgment)).firstResultOptional().map(this::judgment);
    }

    @Override
    public Optional<Judgment> find(UUID judgment) {
        return find("id = ?1 and annulled = false", judgment)
                .firstResultOptional()
                .map(this::judgment);
    }

    @Override
    public boolean add(Judgment judgment) {
        claim(judgment.person());
        var number = judgment.person().personalNumber();
        var added = getEntityManager()
                        .createNativeQuery(ADD)
                        .setParameter("id", judgment.id())
                        .setParameter("court", judgment.court())
                        .setParameter("key", key(judgment))
                        .setParameter("number", number == null ? new byte[0] : blindIndex("number", number))
                        .setParameter(
                                "namesake",
                                blindIndex("namesake", judgment.person().namesake()))
                        .setParameter("content", sealed.seal(judgment.id(), JudgmentJson.of(judgment)))
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
        if (added) {
            addNumbers(ADD_NUMBER, judgment.id(), judgment.person());
        }
        return added;
    }

    private void addNumbers(String statement, UUID id, Person person) {
        for (var number : person.numbers()) {
            getEntityManager()
                    .createNativeQuery(statement)
                    .setParameter("id", id)
                    .setParameter("mark", blindIndex("number", number))
                    .executeUpdate();
        }
    }

    @Override
    public Optional<ExecutionDecision> add(ExecutionDecision decision, String sender) {
        find(decision.judgment()).ifPresent(judgment -> claim(judgment.person()));
        var key = blindIndex(
                "decision",
                decision.judgment() + "|" + decision.authority() + "|" + decision.number() + "|" + decision.step() + "|"
                        + decision.additionalPenalty());
        var added = getEntityManager()
                .createNativeQuery(ADD_DECISION)
                .setParameter("id", decision.id())
                .setParameter("judgment", decision.judgment())
                .setParameter("key", key)
                .setParameter("content", sealed.seal(decision.judgment(), decision))
                .setParameter("sender", sender)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return added == 1
                ? Optional.empty()
                : getEntityManager()
                        .createQuery("from ExecutionDecisionRow where keyMark = :key", ExecutionDecisionRow.class)
                        .setParameter("key", key)
                        .getResultStream()
                        .findFirst()
                        .map(this::decision);
    }

    @Override
    public Optional<Ban> add(Ban ban, String sender) {
        claim(ban.person());
        var key = blindIndex("ban", ban.authority() + "|" + ban.number() + "|" + who(ban.person()));
        var judgment = ban.judgment();
        var added = getEntityManager()
                .createNativeQuery(ADD_BAN)
                .setParameter("id", ban.id())
                .setParameter("judgment", judgment == null ? null : judgment.toString())
                .setParameter("key", key)
                .setParameter("namesake", blindIndex("namesake", ban.person().namesake()))
                .setParameter("content", sealed.seal(ban.id(), BanJson.of(ban)))
                .setParameter("sender", sender)
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (added == 1) {
            addNumbers(ADD_BAN_NUMBER, ban.id(), ban.person());
            return Optional.empty();
        }
        return getEntityManager()
                .createQuery("from BanRow where keyMark = :key", BanRow.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(this::ban);
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
        var past = new JudgmentHistory(judgment(row), execution(List.of(row.id)));
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
                .map(row -> correction(judgment, row))
                .toList();
    }

    @Override
    public Optional<UUID> correct(Judgment corrected, Correction trace) {
        var row = findById(corrected.id());
        claim(judgment(row).person(), corrected.person());
        var key = key(corrected);
        var same = find("keyMark = ?1 and id != ?2", key, corrected.id()).firstResultOptional();
        if (same.isPresent()) {
            return same.map(other -> other.id);
        }
        row.court = corrected.court();
        row.keyMark = key;
        var number = corrected.person().personalNumber();
        row.numberMark = number == null ? null : blindIndex("number", number);
        row.namesakeMark = blindIndex("namesake", corrected.person().namesake());
        row.content = sealed.seal(corrected.id(), JudgmentJson.of(corrected));
        row.version = trace.version();
        keep(corrected.id(), trace);
        getEntityManager().flush();
        getEntityManager()
                .createNativeQuery("delete from judgment_number where judgment_id = :id")
                .setParameter("id", corrected.id())
                .executeUpdate();
        addNumbers(ADD_NUMBER, corrected.id(), corrected.person());
        return Optional.empty();
    }

    @Override
    public void annul(Correction trace) {
        personOf(trace).ifPresent(person -> claim(person));
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
                owner(trace.what(), trace.subject())
                        .map(id ->
                                ban(getEntityManager().find(BanRow.class, id)).person());
            case DECISION_ANNULLED ->
                owner(trace.what(), trace.subject())
                        .map(id -> judgment(findById(id)).person());
            case JUDGMENT_CORRECTED, JUDGMENT_ANNULLED ->
                Optional.of(judgment(findById(trace.subject())).person());
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
        var before = trace.before();
        row.id = trace.id();
        row.subjectId = trace.subject();
        row.what = trace.what().name();
        row.version = trace.version();
        row.actor = trace.actor();
        row.content = sealed.seal(owner, new Trace(trace.basis(), before == null ? null : JudgmentJson.of(before)));
        row.recordedAt = trace.at();
        getEntityManager().persist(row);
    }

    private Correction correction(UUID owner, CorrectionRow row) {
        var trace = sealed.open(owner, row.content, Trace.class);
        var before = trace.before();
        return new Correction(
                row.id,
                row.subjectId,
                Correction.What.valueOf(row.what),
                row.version,
                row.actor,
                trace.basis(),
                row.recordedAt,
                before == null ? null : JudgmentJson.stored(before, owner));
    }

    private byte[] key(Judgment judgment) {
        return blindIndex("judgment", judgment.court() + "|" + judgment.number() + "|" + who(judgment.person()));
    }

    private static String who(Person person) {
        var number = person.personalNumber();
        return number == null ? person.namesake() : number;
    }

    private byte[] blindIndex(String kind, String value) {
        return blindIndex.of(kind + ":" + value);
    }

    private Judgment judgment(JudgmentRow row) {
        return JudgmentJson.stored(sealed.open(row.id, row.content, JudgmentJson.Sent.class), row.id);
    }

    private ExecutionDecision decision(ExecutionDecisionRow row) {
        return sealed.open(row.judgmentId, row.content, ExecutionDecision.class);
    }

    private Ban ban(BanRow row) {
        return BanJson.stored(sealed.open(row.id, row.content, BanJson.Sent.class), row.id);
    }
}
