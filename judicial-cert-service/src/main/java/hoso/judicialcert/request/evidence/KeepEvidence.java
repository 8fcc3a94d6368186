package hoso.judicialcert.request.evidence;

import hoso.chassis.hash.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps a file until it is attached to a case, for a day at most.
@ApplicationScoped
class KeepEvidence {
    private static final Duration KEPT = Duration.ofDays(1);
    private final EvidenceRows files;
    private final Clock clock;

    KeepEvidence(EvidenceRows files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /// What became of a file.
    sealed interface Outcome {
        record Kept(Evidence evidence) implements Outcome {}

        /// It is neither PDF nor JPEG nor PNG.
        record NotTaken() implements Outcome {}

        /// So many of this owner wait already.
        record TooMany(int most) implements Outcome {}
    }

    @Transactional
    Outcome keep(Owner owner, byte[] content) {
        var kind = FileKind.of(content);
        if (kind.isEmpty()) {
            return new Outcome.NotTaken();
        }
        return files.waiting(owner) >= owner.most()
                ? new Outcome.TooMany(owner.most())
                : new Outcome.Kept(files.add(owner, kind.get(), Sha256.hex(content), content));
    }

    /// A file with what is in it; empty when it is not this owner's.
    @Transactional
    Optional<FileOfCase> read(UUID id, Owner owner) {
        return files.find(id, owner).map(found -> new FileOfCase(found, files.content(id)));
    }

    @Transactional
    List<UUID> leftAlone() {
        return files.leftAlone(clock.instant().minus(KEPT), 50);
    }

    @Transactional
    boolean drop(UUID id) {
        return files.drop(id);
    }
}
