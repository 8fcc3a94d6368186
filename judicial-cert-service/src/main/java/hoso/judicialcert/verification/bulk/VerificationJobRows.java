package hoso.judicialcert.verification.bulk;

import hoso.chassis.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Jobs, their pieces and results in the database.
@ApplicationScoped
class VerificationJobRows {
    private static final String ADD = """
            insert into verification_job (id, organisation, reference, purpose, max_age_days, rows, created_at, expires_at)
            values (:id, :organisation, :reference, :purpose, :days, :rows, :created, :expires)
            """;
    private static final String FIND = """
            select id, organisation, reference, purpose, max_age_days, rows, done, created_at, finished_at, expires_at
            from verification_job where id = :id
            """;
    private static final String SPEND = """
            insert into verification_quota as quota (organisation, day, used) values (:organisation, :day, :rows)
            on conflict (organisation, day) do update set used = quota.used + excluded.used
            where quota.used + excluded.used <= :most
            """;
    private final EntityManager entities;
    private final Vault vault;
    private final VerificationJobJson wire;

    VerificationJobRows(EntityManager entities, Vault vault, VerificationJobJson wire) {
        this.entities = entities;
        this.vault = vault;
        this.wire = wire;
    }

    /// Rows that are checked together.
    record Piece(int firstRow, List<JobItem> rows) {}

    /// Takes rows out of what the organisation may have checked that day; false when so many are not left.
    @Transactional
    boolean spend(String organisation, LocalDate day, int rows, int most) {
        return rows <= most
                && entities.createNativeQuery(SPEND)
                                .setParameter("organisation", organisation)
                                .setParameter("day", day)
                                .setParameter("rows", rows)
                                .setParameter("most", most)
                                .executeUpdate()
                        == 1;
    }

    @Transactional
    void add(VerificationJob job, List<JobItem> rows) {
        entities.createNativeQuery(ADD)
                .setParameter("id", job.id())
                .setParameter("organisation", job.organisation())
                .setParameter("reference", job.reference().orElse(null))
                .setParameter("purpose", job.purpose())
                .setParameter("days", job.maxAgeDays())
                .setParameter("rows", job.rows())
                .setParameter("created", job.createdAt())
                .setParameter("expires", job.expiresAt())
                .executeUpdate();
        for (var first = 0; first < rows.size(); first += VerificationJob.PIECE) {
            var piece = rows.subList(first, Math.min(rows.size(), first + VerificationJob.PIECE));
            entities.createNativeQuery("insert into verification_piece values (:id, :first, :content)")
                    .setParameter("id", job.id())
                    .setParameter("first", first + 1)
                    .setParameter("content", vault.seal(job.id(), wire.bytes(piece)))
                    .executeUpdate();
        }
    }

    /// One that has not expired.
    @Transactional
    Optional<VerificationJob> find(UUID id, Instant now) {
        return job(FIND + " and expires_at > :now", id, now);
    }

    /// Takes an unfinished job for this transaction; one that another has is passed over.
    @Transactional
    Optional<VerificationJob> take(UUID id, Instant now) {
        return job(FIND + " and expires_at > :now and finished_at is null for update skip locked", id, now);
    }

    private Optional<VerificationJob> job(String query, UUID id, Instant now) {
        List<?> rows = entities.createNativeQuery(query, Tuple.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .getResultList();
        return rows.stream().findFirst().map(Tuple.class::cast).map(VerificationJobRows::job);
    }

    private static VerificationJob job(Tuple row) {
        return new VerificationJob(
                row.get("id", UUID.class),
                row.get("organisation", String.class),
                Optional.ofNullable(row.get("reference", String.class)),
                row.get("purpose", String.class),
                row.get("max_age_days", Integer.class),
                row.get("rows", Integer.class),
                row.get("done", Integer.class),
                row.get("created_at", Instant.class),
                row.get("finished_at", Instant.class),
                row.get("expires_at", Instant.class));
    }

    /// The piece that comes next.
    @Transactional
    Optional<Piece> next(VerificationJob job) {
        List<?> rows = entities.createNativeQuery(
                        "select first_row, content from verification_piece where job_id = :id order by first_row limit 1",
                        Tuple.class)
                .setParameter("id", job.id())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Tuple.class::cast)
                .map(row -> new Piece(
                        row.get("first_row", Integer.class),
                        wire.rows(vault.open(job.id(), row.get("content", byte[].class)))));
    }

    /// Writes the results of a piece, and forgets the piece.
    @Transactional
    void done(VerificationJob job, Piece piece, List<JobResult> results) {
        for (var result : results) {
            entities.createNativeQuery("insert into verification_result values (:id, :row, :content)")
                    .setParameter("id", job.id())
                    .setParameter("row", result.row())
                    .setParameter("content", wire.text(result))
                    .executeUpdate();
        }
        entities.createNativeQuery("delete from verification_piece where job_id = :id and first_row = :first")
                .setParameter("id", job.id())
                .setParameter("first", piece.firstRow())
                .executeUpdate();
        entities.createNativeQuery("update verification_job set done = done + :rows where id = :id")
                .setParameter("rows", results.size())
                .setParameter("id", job.id())
                .executeUpdate();
    }

    /// Nothing is left to do: the key of what was sent goes away.
    @Transactional
    void finish(VerificationJob job, Instant now) {
        entities.createNativeQuery("update verification_job set finished_at = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", job.id())
                .executeUpdate();
        vault.forget(job.id());
    }

    @Transactional
    void putOff(UUID id, Instant until) {
        entities.createNativeQuery("update verification_job set not_before = :until where id = :id")
                .setParameter("until", until)
                .setParameter("id", id)
                .executeUpdate();
    }

    @Transactional
    List<UUID> waiting(Instant now) {
        return ids("""
                select id from verification_job
                where finished_at is null and expires_at > :now and (not_before is null or not_before <= :now)
                order by created_at, id limit 50
                """, now);
    }

    @Transactional
    List<UUID> expired(Instant now) {
        return ids("select id from verification_job where expires_at <= :now limit 50", now);
    }

    private List<UUID> ids(String query, Instant now) {
        var ids = new ArrayList<UUID>();
        for (var id : entities.createNativeQuery(query).setParameter("now", now).getResultList()) {
            ids.add((UUID) id);
        }
        return ids;
    }

    /// Drops a job with everything that belongs to it.
    @Transactional
    void drop(UUID id) {
        entities.createNativeQuery("delete from verification_job where id = :id")
                .setParameter("id", id)
                .executeUpdate();
        vault.forget(id);
    }

    /// Results behind a row, in order.
    @Transactional
    List<JobResult> results(VerificationJob job, int after, int limit) {
        var results = new ArrayList<JobResult>();
        for (var text : entities.createNativeQuery("""
                        select content from verification_result where job_id = :id and row > :after order by row limit :limit
                        """)
                .setParameter("id", job.id())
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList()) {
            results.add(wire.result((String) text));
        }
        return results;
    }
}
