package hoso.judicialcert.register.entry;

import hoso.judicialcert.law.Law;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// The register in the database, as it is asked for certificates.
@ApplicationScoped
class RegisterRows implements Register {
    private static final String FIND = """
            select * from judgment where not annulled and id in (
              select id from judgment where namesake_mark = :namesake
              union select judgment_id from judgment_number where mark in (:numbers))
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

    private final EntityManager entities;
    private final PersonIndexRows index;
    private final SealedEntryJson json;
    private final ExecutionRows execution;
    private final BanRows bans;
    private final Law law;

    RegisterRows(
            EntityManager entities,
            PersonIndexRows index,
            SealedEntryJson json,
            ExecutionRows execution,
            BanRows bans,
            Law law) {
        this.entities = entities;
        this.index = index;
        this.json = json;
        this.execution = execution;
        this.bans = bans;
        this.law = law;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Finding find(Question question) {
        return holdings(question).find(question);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Finding lock(Question question) {
        index.share(question.person());
        return find(question);
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
        List<?> rows = entities.createNativeQuery(VERSIONS, Tuple.class)
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
        var numbers = index.numbers(person);
        var marks = numbers.isEmpty() ? List.of(new byte[0]) : numbers;
        var namesake = index.namesake(person);
        List<?> rows = entities.createNativeQuery(FIND, JudgmentRow.class)
                .setParameter("namesake", namesake)
                .setParameter("numbers", marks)
                .getResultList();
        var judgments =
                rows.stream().map(row -> json.judgment((JudgmentRow) row)).toList();
        var found = question.bans() ? bans.find(namesake, marks) : List.<Ban>of();
        return new Holdings(law, pasts(judgments), found);
    }

    private List<JudgmentHistory> pasts(List<Judgment> judgments) {
        if (judgments.isEmpty()) {
            return List.of();
        }
        var byJudgment = execution.of(judgments.stream().map(Judgment::id).toList()).stream()
                .collect(Collectors.groupingBy(ExecutionDecision::judgment));
        return judgments.stream()
                .map(judgment -> new JudgmentHistory(judgment, byJudgment.getOrDefault(judgment.id(), List.of())))
                .toList();
    }
}
