package hoso.notification.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Attempts in PostgreSQL.
@ApplicationScoped
class AttemptRows implements Attempts, PanacheRepositoryBase<AttemptRow, AttemptRow.Key> {

    @Override
    public void begin(Delivery delivery, Instant now) {
        var row = new AttemptRow();
        row.deliveryId = delivery.id();
        row.number = delivery.attempts();
        row.lease = Objects.requireNonNull(delivery.lease());
        row.begunAt = now;
        persist(row);
    }

    @Override
    public void end(UUID delivery, int attempt, Outcome outcome, Instant now) {
        var row = findById(new AttemptRow.Key(delivery, attempt));
        if (row != null) {
            row.endedAt = now;
            row.outcome = outcome.getClass().getSimpleName();
            row.reason = reason(outcome);
        }
    }

    private static @Nullable String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> null;
            case Outcome.Refused(var reason) -> reason;
            case Outcome.Postponed(var reason) -> reason;
            case Outcome.Lost(var reason) -> reason;
        };
    }
}
