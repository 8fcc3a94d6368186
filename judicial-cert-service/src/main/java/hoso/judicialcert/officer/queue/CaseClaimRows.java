package hoso.judicialcert.officer.queue;

import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Claims in the database: one row per case, so that two officers never have one.
@ApplicationScoped
class CaseClaimRows implements PanacheRepositoryBase<CaseClaimRow, UUID> {
    private static final String TAKE = """
            insert into case_claim (request_id, officer, until) values (:request, :officer, :until)
            on conflict (request_id) do update set officer = excluded.officer, until = excluded.until
            where case_claim.officer = excluded.officer or case_claim.until <= :now
            """;

    /// Takes a case that is free or already one's own.
    ///
    /// @return false when another has it
    boolean take(RequestId request, OfficerId officer, Instant now, Instant until) {
        return getEntityManager()
                        .createNativeQuery(TAKE)
                        .setParameter("request", request.value())
                        .setParameter("officer", officer.value())
                        .setParameter("now", now)
                        .setParameter("until", until)
                        .executeUpdate()
                == 1;
    }

    /// Who has it; empty when nobody does any more.
    Optional<CaseClaim> find(RequestId request, Instant now) {
        return find("requestId = ?1 and until > ?2", request.value(), now)
                .firstResultOptional()
                .map(row -> new CaseClaim(new OfficerId(row.officer), row.until));
    }

    /// Who has these; those nobody has are left out.
    Map<UUID, CaseClaim> find(List<UUID> requests, Instant now) {
        return list("requestId in ?1 and until > ?2", requests, now).stream()
                .collect(Collectors.toMap(
                        row -> row.requestId, row -> new CaseClaim(new OfficerId(row.officer), row.until)));
    }

    /// The holder goes on working on it.
    void renew(RequestId request, OfficerId officer, Instant now, Instant until) {
        update(
                "until = ?1 where requestId = ?2 and officer = ?3 and until > ?4",
                until,
                request.value(),
                officer.value(),
                now);
    }

    /// Nobody works on it any more.
    void drop(RequestId request) {
        delete("requestId", request.value());
    }

    /// The officer gives it back.
    void drop(RequestId request, OfficerId officer) {
        delete("requestId = ?1 and officer = ?2", request.value(), officer.value());
    }
}
