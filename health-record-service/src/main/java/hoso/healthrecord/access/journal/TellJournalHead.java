package hoso.healthrecord.access.journal;

import hoso.chassis.event.Outbox;
import hoso.healthrecord.record.HealthRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Tells others, at most once a day for each record, where the chain of its journal ends: from then on it cannot be
/// written anew up to there, not even by us.
@ApplicationScoped
class TellJournalHead {
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int MOST = 200;

    private final JournalHeads heads;
    private final HealthRecords records;
    private final Outbox outbox;
    private final Clock clock;

    TellJournalHead(JournalHeads heads, HealthRecords records, Outbox outbox, Clock clock) {
        this.heads = heads;
        this.records = records;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    List<UUID> waiting() {
        return heads.waiting(today(), MOST);
    }

    /// Tells the end of one chain.
    ///
    /// @return was it told? Another instance may have been faster
    @Transactional
    boolean tell(UUID record) {
        var day = today();
        var head = heads.take(record, day);
        if (head.isEmpty()) {
            return false;
        }
        var told = records.locked(record).next();
        records.save(told);
        outbox.append(AccessEvents.head(
                told,
                day,
                head.get().length(),
                HexFormat.of().formatHex(head.get().hash())));
        heads.told(record, head.get().length(), day);
        return true;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIET_NAM);
    }
}
