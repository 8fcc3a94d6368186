package hoso.identity.identification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.UUID;

/// Attempts in PostgreSQL, where all replicas count together.
@ApplicationScoped
class AttemptBudgetRows implements AttemptBudgets, PanacheRepositoryBase<AttemptBudgetRow, UUID> {
    private final Clock clock;

    AttemptBudgetRows(Clock clock) {
        this.clock = clock;
    }

    @Override
    public AttemptBudget findForChange(UUID citizenId) {
        // The row is there before it is locked: of two first attempts at once, the second waits for the first.
        getEntityManager()
                .createNativeQuery(
                        "insert into attempt_budget (citizen_id, used, begun_at) values (:id, 0, :now) on conflict do nothing")
                .setParameter("id", citizenId)
                .setParameter("now", clock.instant())
                .executeUpdate();
        var row = findById(citizenId, LockModeType.PESSIMISTIC_WRITE);
        return new AttemptBudget(row.used, row.begunAt);
    }

    @Override
    public void save(UUID citizenId, AttemptBudget budget) {
        var row = findById(citizenId);
        row.used = budget.used();
        row.begunAt = budget.begun();
    }
}
