package hoso.judicialcert.certificate.status;

import hoso.chassis.problem.Faults;
import hoso.chassis.work.StuckItems;
import hoso.judicialcert.certificate.signing.SignedStatement;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Hands out the lists. Each is looked at again at most every [StatusConfig#lookAgain], by one caller while the others
/// wait for that one, and signed anew only when something changed or it is older than [StatusConfig#renewal]: a
/// thousand requests are one query and at most one signature. While the database or the key is away, the last list is
/// served until it expires: it says itself how old it is, and the failure is counted among the stuck items.
@Singleton
public class PublishStatus {
    private static final String WORKER = "status-lists";
    private static final Logger LOG = Logger.getLogger(PublishStatus.class);
    private final Statuses statuses;
    private final SignedStatement statement;
    private final Clock clock;
    private final StatusConfig config;
    private final StuckItems stuck;
    private final Map<Long, Shelf> shelves = new ConcurrentHashMap<>();
    private final Looked<List<Long>> numbers;

    PublishStatus(Statuses statuses, SignedStatement statement, Clock clock, StatusConfig config, StuckItems stuck) {
        this.statuses = statuses;
        this.statement = statement;
        this.clock = clock;
        this.config = config;
        this.stuck = stuck;
        this.numbers = new Looked<>();
    }

    /// Something that was looked up, and when.
    private static final class Looked<T> {
        private @Nullable T value;
        private Instant at = Instant.MIN;

        synchronized T get(Instant now, Duration again, java.util.function.Supplier<T> look) {
            var known = value;
            if (known == null || now.isAfter(at.plus(again))) {
                known = look.get();
                value = known;
                at = now;
            }
            return known;
        }
    }

    /// One list and its last signed form.
    private final class Shelf {
        private final long number;
        private @Nullable SignedList current;
        private Instant lookedAt = Instant.MIN;
        private boolean hasFailed;

        Shelf(long number) {
            this.number = number;
        }

        synchronized SignedList current() {
            var now = clock.instant();
            var last = current;
            if (last != null && now.isBefore(lookedAt.plus(config.lookAgain()))) {
                return last;
            }
            try {
                var next = next(last, now);
                current = next;
                lookedAt = now;
                if (hasFailed) {
                    stuck.done(WORKER, item());
                    hasFailed = false;
                }
                return next;
            } catch (RuntimeException e) {
                count(e);
                if (last == null || !now.isBefore(last.expiresAt())) {
                    throw e;
                }
                LOG.warnf(
                        "list=%d served as of %s after %s",
                        number, last.signedAt(), e.getClass().getSimpleName());
                lookedAt = now;
                return last;
            }
        }

        private void count(RuntimeException fault) {
            hasFailed = true;
            try {
                stuck.failed(WORKER, item(), Faults.trace(fault));
            } catch (RuntimeException e) {
                LOG.warnf("list=%d failure not counted: %s", number, Faults.trace(e));
            }
        }

        private UUID item() {
            return new UUID(0, number);
        }

        private SignedList next(@Nullable SignedList last, Instant now) {
            var entries = statuses.notValid(number);
            var renewAt = last == null ? now : last.signedAt().plus(config.renewal());
            return last != null && last.entries().equals(entries) && now.isBefore(renewAt)
                    ? last
                    : sign(number, new StatusBits(entries), now);
        }
    }

    /// Where the list of a place is.
    public URI uri(StatusIndex place) {
        return uri(place.list());
    }

    /// A list as it stands; empty when nobody has a place in it.
    Optional<SignedList> list(long number) {
        return numbers().contains(number) ? Optional.of(shelf(number).current()) : Optional.empty();
    }

    /// All lists.
    List<SignedList> lists() {
        return numbers().stream().map(number -> shelf(number).current()).toList();
    }

    private Shelf shelf(long number) {
        return shelves.computeIfAbsent(number, Shelf::new);
    }

    private List<Long> numbers() {
        return numbers.get(clock.instant(), config.lookAgain(), statuses::lists);
    }

    private URI uri(long list) {
        return URI.create(config.uri() + "/" + list);
    }

    private SignedList sign(long number, StatusBits list, Instant moment) {
        var signedAt = moment.truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = signedAt.plus(config.validity());
        var payload = """
                {"sub":"%s","iat":%d,"exp":%d,"ttl":%d,"status_list":{"bits":%d,"lst":"%s"}}""".formatted(
                        uri(number),
                        signedAt.getEpochSecond(),
                        expiresAt.getEpochSecond(),
                        config.ttl().toSeconds(),
                        StatusBits.BITS,
                        list.compressed());
        LOG.infof("list=%d signed entries=%d", number, list.entries().size());
        return new SignedList(
                number, uri(number), statement.sign("statuslist+jwt", payload), list.entries(), signedAt, expiresAt);
    }
}
