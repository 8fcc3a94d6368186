package hoso.judicialcert.money.reconciliation;

import hoso.judicialcert.money.reconciliation.BookComparison.Line;
import hoso.judicialcert.money.reconciliation.BookComparison.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Reports in the database: the last file of a day counts.
@ApplicationScoped
class ReconciliationRows {
    private static final String BEGIN = """
            insert into reconciliation (day, digest, count, total, read_at)
            values (:day, :digest, :count, :total, :at)
            on conflict (day) do update set digest = :digest, count = :count, total = :total, read_at = :at
            """;
    private static final String CLEAR = "delete from reconciliation_line where day = :day";
    private static final String ADD = """
            insert into reconciliation_line (day, transaction_id, result, theirs, ours)
            select :day, line.transaction_id, line.result, line.theirs, line.ours
            from unnest(cast(:transactions as text[]), cast(:results as text[]),
                        cast(:theirs as bigint[]), cast(:ours as bigint[]))
                 as line (transaction_id, result, theirs, ours)
            """;
    private static final String FIND = "select digest, count, total, read_at from reconciliation where day = :day";
    private static final String LINES = """
            select transaction_id, result, theirs, ours from reconciliation_line
            where day = :day order by transaction_id
            """;

    private static final String LINES_OF_AGENCY = """
            select l.transaction_id, l.result, l.theirs, l.ours from reconciliation_line l
            left join payment p on p.transaction_id = l.transaction_id
            left join certificate_request r on r.id = p.request_id
            where l.day = :day and (r.agency = :agency or (:strays and r.id is null)) order by l.transaction_id
            """;

    private final EntityManager entities;

    ReconciliationRows(EntityManager entities) {
        this.entities = entities;
    }

    Report replace(DayFile file, List<Line> lines, Instant now) {
        // The row is held from here on: two files of one day come one after the other.
        entities.createNativeQuery(BEGIN)
                .setParameter("day", file.day())
                .setParameter("digest", file.digest())
                .setParameter("count", file.transfers().size())
                .setParameter("total", file.total())
                .setParameter("at", now.truncatedTo(ChronoUnit.MICROS))
                .executeUpdate();
        entities.createNativeQuery(CLEAR).setParameter("day", file.day()).executeUpdate();
        add(file.day(), lines);
        return report(file.day()).orElseThrow();
    }

    Optional<Report> report(LocalDate day) {
        List<?> found = entities.createNativeQuery(FIND, Tuple.class)
                .setParameter("day", day)
                .getResultList();
        return found.stream()
                .findFirst()
                .map(Tuple.class::cast)
                .map(row -> new Report(
                        day,
                        row.get("digest", String.class),
                        row.get("count", Integer.class),
                        row.get("total", Long.class),
                        row.get("read_at", Instant.class),
                        lines(day)));
    }

    /// What of it concerns requests of an agency.
    ///
    /// @param withStrays also what concerns no request
    Optional<Report> report(LocalDate day, String agency, boolean withStrays) {
        return report(day).map(whole -> {
            List<?> rows = entities.createNativeQuery(LINES_OF_AGENCY, Tuple.class)
                    .setParameter("day", day)
                    .setParameter("agency", agency)
                    .setParameter("strays", withStrays)
                    .getResultList();
            return whole.with(rows.stream()
                    .map(Tuple.class::cast)
                    .map(ReconciliationRows::line)
                    .toList());
        });
    }

    /// All in one statement: a day has tens of thousands, and its transaction seconds.
    private void add(LocalDate day, List<Line> lines) {
        entities.createNativeQuery(ADD)
                .setParameter("day", day)
                .setParameter(
                        "transactions", lines.stream().map(Line::transaction).toArray(String[]::new))
                .setParameter(
                        "results",
                        lines.stream().map(line -> line.result().name()).toArray(String[]::new))
                .setParameter("theirs", lines.stream().map(Line::theirs).toArray(Long[]::new))
                .setParameter("ours", lines.stream().map(Line::ours).toArray(Long[]::new))
                .executeUpdate();
    }

    private List<Line> lines(LocalDate day) {
        List<?> rows = entities.createNativeQuery(LINES, Tuple.class)
                .setParameter("day", day)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(ReconciliationRows::line)
                .toList();
    }

    private static Line line(Tuple row) {
        return new Line(
                row.get("transaction_id", String.class),
                Result.valueOf(row.get("result", String.class)),
                row.get("theirs", Long.class),
                row.get("ours", Long.class));
    }
}
