package hoso.judicialcert.certificate.log;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.certificate.log.LogAudit.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever is done to the log is found. Who does it here knows how it is made: after the change the rest is chained
/// anew,
/// so that only what was signed before tells.
@Tag("core")
class IssuanceLogPropertyTest {
    private static final int MUTATIONS = 10_000;

    /// Does something to a log.
    private interface Mutation {
        List<LogEntry> apply(List<LogEntry> log, Random random);
    }

    private static final List<Mutation> MUTATIONS_OF = List.of(
            IssuanceLogPropertyTest::delete,
            IssuanceLogPropertyTest::change,
            IssuanceLogPropertyTest::reorder,
            IssuanceLogPropertyTest::truncate,
            IssuanceLogPropertyTest::insert,
            IssuanceLogPropertyTest::fork);

    @Test
    void aLogThatNobodyTouchedIsSound() {
        var random = new Random(5);
        for (var size = 0; size < 100; size++) {
            var tree = Tree.of(size, random);

            assertThat(tree.faults(tree.entries, checkpoints(tree, random))).isEmpty();
        }
    }

    @Test
    void tenThousandMutationsAreAllFoundThoughTheRestWasChainedAnew() {
        var random = new Random(6);
        var missed = new ArrayList<String>();
        for (var i = 0; i < MUTATIONS; i++) {
            var tree = Tree.of(2 + random.nextInt(60), random);
            var checkpoints = List.of(tree.checkpoint(tree.entries.size()));
            var mutation = i % MUTATIONS_OF.size();
            var mutated = rechained(MUTATIONS_OF.get(mutation).apply(tree.entries, random));

            if (tree.faults(mutated, checkpoints).isEmpty()) {
                missed.add("mutation " + mutation + " in round " + i);
            }
        }

        assertThat(missed).isEmpty();
    }

    @Test
    void tenThousandMutationsAreAllFoundByTheChainAloneWhereTheRestWasLeftAsItIs() {
        var random = new Random(7);
        for (var i = 0; i < MUTATIONS; i++) {
            var tree = Tree.of(3 + random.nextInt(60), random);
            var mutated = change(tree.entries.subList(0, tree.entries.size() - 1), random);
            mutated.add(tree.entries.getLast());

            assertThat(tree.faults(mutated, List.of()))
                    .extracting(LogAudit.Fault::kind)
                    .contains(Kind.CHAIN_BROKEN);
        }
    }

    @Test
    void aForkIsToldByTwoCheckpointsOfOneSize() {
        var random = new Random(8);
        for (var i = 0; i < 1000; i++) {
            var tree = Tree.of(2 + random.nextInt(60), random);
            var fork = rechained(fork(tree.entries, random));
            var audit = new LogAudit(List.of(tree.checkpoint(tree.entries.size()), checkpointOf(fork)));
            fork.forEach(entry -> audit.read(entry, entry.hash()));

            assertThat(audit.faults()).extracting(LogAudit.Fault::kind).containsExactly(Kind.CHECKPOINT_DIFFERS);
        }
    }

    private static Checkpoint checkpointOf(List<LogEntry> entries) {
        var tree = new Tree();
        entries.forEach(tree::add);
        return tree.checkpoint(entries.size());
    }

    private static List<Checkpoint> checkpoints(Tree tree, Random random) {
        var checkpoints = new ArrayList<Checkpoint>();
        for (var size = 0; size <= tree.entries.size(); size++) {
            if (random.nextInt(3) == 0) {
                checkpoints.add(tree.checkpoint(size));
            }
        }
        return checkpoints;
    }

    private static List<LogEntry> delete(List<LogEntry> log, Random random) {
        var mutated = new ArrayList<>(log);
        mutated.remove(random.nextInt(log.size()));
        return mutated;
    }

    private static List<LogEntry> change(List<LogEntry> log, Random random) {
        var mutated = new ArrayList<>(log);
        var at = random.nextInt(log.size());
        var old = log.get(at);
        mutated.set(
                at,
                switch (random.nextInt(4)) {
                    case 0 ->
                        new LogEntry(
                                old.sequence(), new UUID(1, at), old.act(), old.digest(), old.at(), old.previous());
                    case 1 ->
                        new LogEntry(
                                old.sequence(), old.certificate(), Act.REVOKED, old.digest(), old.at(), old.previous());
                    case 2 ->
                        new LogEntry(
                                old.sequence(),
                                old.certificate(),
                                old.act(),
                                new StringBuilder(old.digest()).reverse().toString(),
                                old.at(),
                                old.previous());
                    default ->
                        new LogEntry(
                                old.sequence(),
                                old.certificate(),
                                old.act(),
                                old.digest(),
                                old.at().plusNanos(1000),
                                old.previous());
                });
        return mutated;
    }

    private static List<LogEntry> reorder(List<LogEntry> log, Random random) {
        var mutated = new ArrayList<>(log);
        var from = random.nextInt(log.size());
        var to = (from + 1 + random.nextInt(log.size() - 1)) % log.size();
        mutated.set(from, log.get(to));
        mutated.set(to, log.get(from));
        return mutated;
    }

    private static List<LogEntry> truncate(List<LogEntry> log, Random random) {
        return new ArrayList<>(log.subList(0, random.nextInt(log.size())));
    }

    private static List<LogEntry> insert(List<LogEntry> log, Random random) {
        var mutated = new ArrayList<>(log);
        mutated.add(random.nextInt(log.size()), Tree.of(1, random).entries.getFirst());
        return mutated;
    }

    /// Another history from somewhere on, as long as the true one.
    private static List<LogEntry> fork(List<LogEntry> log, Random random) {
        var mutated = new ArrayList<>(log.subList(0, random.nextInt(log.size())));
        mutated.addAll(Tree.of(log.size() - mutated.size(), random).entries);
        return mutated;
    }

    /// The same entries with the right numbers and hashes of those before.
    private static List<LogEntry> rechained(List<LogEntry> log) {
        var chained = new ArrayList<LogEntry>();
        var previous = LogEntry.NONE;
        for (var entry : log) {
            var next = new LogEntry(
                    chained.size(), entry.certificate(), entry.act(), entry.digest(), entry.at(), previous);
            chained.add(next);
            previous = next.hash();
        }
        return chained;
    }
}
