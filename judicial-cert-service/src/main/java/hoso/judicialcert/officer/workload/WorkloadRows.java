package hoso.judicialcert.officer.workload;

import hoso.judicialcert.law.Law;
import hoso.judicialcert.officer.queue.Officer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Figures of an agency, counted in the database.
@ApplicationScoped
class WorkloadRows {
    private static final String UNDECIDED = """
            agency = :agency and status in ('WAIVER_REVIEW', 'CHECKING', 'ACCEPTED', 'REFERRED', 'SUPPLEMENT_REQUESTED',
                                            'APPROVAL', 'SIGNING')
            """;
    private static final String OPEN =
            "select status, count(*) as cases, min(received_at) as oldest from certificate_request where " + UNDECIDED
                    + " group by status";
    private static final String LATE = "select count(*) from certificate_request where " + UNDECIDED
            + " and status <> 'SUPPLEMENT_REQUESTED' and due_at < :now";
    private static final String HELD = """
            select count(*) from case_claim c join certificate_request r on r.id = c.request_id
            where c.officer = :officer and c.until > :now and r.agency = :agency
            """;
    /// A case is decided by whoever decides alone, or by the second of two.
    private static final String DECIDED = """
            from case_deed d join certificate_request r on r.id = d.request_id
            where d.agency = :agency and d.kind in ('DECIDED', 'APPROVED') and d.at >= :from
              and (cast(:officer as uuid) is null or d.officer = cast(:officer as uuid))
            """;
    private static final String PER_DAY = "select cast(d.at at time zone :zone as date) as day, count(*) as cases "
            + DECIDED + " group by 1 order by 1";
    private static final String MEDIAN =
            "select cast(percentile_cont(0.5) within group (order by extract(epoch from d.at - r.received_at)) as bigint) "
                    + DECIDED;

    private final EntityManager entities;

    WorkloadRows(EntityManager entities) {
        this.entities = entities;
    }

    Workload of(Officer officer, Instant from, Instant now) {
        var open = new TreeMap<String, Long>();
        @Nullable Instant oldest = null;
        for (var row : tuples(entities.createNativeQuery(OPEN, Tuple.class).setParameter("agency", officer.agency()))) {
            open.put(row.get("status", String.class), row.get("cases", Long.class));
            var first = row.get("oldest", Instant.class);
            oldest = oldest == null || first.isBefore(oldest) ? first : oldest;
        }
        var late = number(entities.createNativeQuery(LATE)
                .setParameter("agency", officer.agency())
                .setParameter("now", now));
        var held = number(entities.createNativeQuery(HELD)
                .setParameter("agency", officer.agency())
                .setParameter("officer", officer.id().value())
                .setParameter("now", now));
        return new Workload(
                Map.copyOf(open),
                late,
                oldest,
                pace(officer.agency(), null, from),
                new Workload.Own(held, pace(officer.agency(), officer.id().value(), from)));
    }

    private Workload.Pace pace(String agency, @Nullable UUID officer, Instant from) {
        var days =
                tuples(decided(PER_DAY, Tuple.class, agency, officer, from).setParameter("zone", Law.ZONE.getId()))
                        .stream()
                        .map(row -> new Workload.Day(day(row.get("day")), row.get("cases", Long.class)))
                        .toList();
        List<?> median = decided(MEDIAN, Long.class, agency, officer, from).getResultList();
        var seconds = (Long) median.getFirst();
        return new Workload.Pace(days, seconds == null ? null : Duration.ofSeconds(seconds));
    }

    private Query decided(String query, Class<?> type, String agency, @Nullable UUID officer, Instant from) {
        return entities.createNativeQuery(query, type)
                .setParameter("agency", agency)
                .setParameter("officer", officer == null ? null : officer.toString())
                .setParameter("from", from);
    }

    private static List<Tuple> tuples(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }

    private static long number(Query query) {
        return (Long) query.getSingleResult();
    }

    private static LocalDate day(Object value) {
        return LocalDate.parse(value.toString());
    }
}
