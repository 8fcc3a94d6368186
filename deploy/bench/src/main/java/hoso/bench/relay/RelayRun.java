package hoso.bench.relay;

import hoso.bench.parts.Child;
import hoso.bench.parts.Installation;
import hoso.bench.report.Spread;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/// One contender, once: warmed up with one backlog, measured with the next, then with single events at a
/// fixed rate. Each has a database, a topic and a process of its own, so that nothing of another run is in
/// the way.
final class RelayRun {
    /// So much is written while the relay stands still: PostgreSQL gives a silent reader up after a minute.
    private static final int PIECE = 20_000;

    /// What a relay does once when it starts, or when it has come to rest, is not measured.
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private static final Duration SILENCE = Duration.ofSeconds(60);

    /// For so long nothing is committed, to see what a relay costs that has nothing to do.
    private static final Duration IDLE = Duration.ofSeconds(15);

    /// How much is committed in each part of a run.
    record Size(int warmup, int backlog, int rate, int seconds) {
        int events() {
            return warmup + backlog + 2 * even();
        }

        /// Events at the fixed rate: as many to warm up as are measured.
        int even() {
            return rate * seconds;
        }
    }

    /// What was measured.
    ///
    /// @param rate events per second while the backlog was drained
    /// @param cpuMicros CPU time of the relay's process per event, microseconds
    /// @param postgresMicros CPU time of PostgreSQL per event, microseconds
    /// @param latencies commit to consumer, milliseconds
    /// @param evenMicros CPU time of the relay's process per event at the fixed rate, microseconds
    /// @param idlePercent of a core, while nothing is committed
    record Measured(
            Contender contender,
            double rate,
            double cpuMicros,
            double postgresMicros,
            Spread latencies,
            Duration latestWrite,
            int repeated,
            double evenMicros,
            double idlePercent) {}

    private final Installation installation;
    private final Contender contender;
    private final Load load;
    private final Size size;
    private final List<String> jvm;
    private final String database;
    private final String topic;

    RelayRun(Installation installation, Contender contender, int round, Load load, Size size, List<String> jvm) {
        this.installation = installation;
        this.contender = contender;
        this.load = load;
        this.size = size;
        this.jvm = jvm;
        this.database = "relay_" + contender.label() + "_" + round;
        this.topic = "bench.relay." + contender.label() + "." + round;
    }

    Measured measure() throws IOException, SQLException, InterruptedException {
        installation.makeDatabase(database);
        installation.makeTopics(List.of(topic));
        if (!contender.table().isEmpty()) {
            try (var connection = installation.connect(database);
                    var statement = connection.createStatement()) {
                statement.execute(contender.table());
            }
        }
        var relay = relay();
        relay.start();
        try (var arrivals = new Arrivals(installation.kafkaClient(), topic, size.events())) {
            installation.await(contender.label() + " relay", () -> {
                if (!relay.isAlive()) {
                    throw new IOException("the relay has ended, see " + relay.log());
                }
                return isAtWork();
            });
            Installation.pause(SETTLE);
            return measure(relay, arrivals);
        } catch (IOException e) {
            installation.keepFolder();
            throw new IOException(contender.label() + ": " + e.getMessage() + "; its log is " + relay.log(), e);
        } finally {
            relay.kill();
            relay.waitFor();
            cleanUp();
        }
    }

    private Measured measure(Child relay, Arrivals arrivals) throws IOException, SQLException, InterruptedException {
        var writers = new Writers(installation, database, contender, load, topic);
        for (var from = 0; from < size.warmup(); from += PIECE) {
            var _ = drain(relay, writers, arrivals, from, Math.min(PIECE, size.warmup() - from));
        }
        var drained = drain(relay, writers, arrivals, size.warmup(), size.backlog());

        var count = size.even();
        var from = size.warmup() + size.backlog();
        // A single event takes other ways than a backlog, and the compiler is busy with them for a while.
        var _ = writers.paced(from, count, size.rate(), new AtomicLongArray(count));
        arrivals.await(from + count, SILENCE);
        from += count;
        var committedAt = new AtomicLongArray(count);
        var before = relay.cpu();
        var latest = writers.paced(from, count, size.rate(), committedAt);
        arrivals.await(size.events(), SILENCE);
        var even = micros(relay.cpu().minus(before)) / count;
        var latencies = new double[count];
        for (var i = 0; i < count; i++) {
            latencies[i] = (arrivals.seenAt(from + i) - committedAt.get(i)) / 1e6;
        }
        Installation.pause(SETTLE);
        before = relay.cpu();
        Installation.pause(IDLE);
        var idle = 100.0 * relay.cpu().minus(before).toNanos() / IDLE.toNanos();
        return new Measured(
                contender,
                drained.rate(),
                drained.cpuMicros(),
                drained.postgresMicros(),
                Spread.of(latencies),
                latest,
                arrivals.repeated(),
                even,
                idle);
    }

    /// What a backlog cost: events per second, microseconds of CPU per event.
    private record Drained(double rate, double cpuMicros, double postgresMicros) {}

    /// Lets a backlog come to be while the relay, warm and connected, stands still; then lets it go. The
    /// rate is that between the first and the last event that arrived.
    private Drained drain(Child relay, Writers writers, Arrivals arrivals, int from, int count)
            throws IOException, SQLException, InterruptedException {
        relay.suspend();
        Duration cpu;
        Duration postgres;
        try {
            writers.backlog(from, count);
            cpu = relay.cpu();
            postgres = installation.postgres().cpuOfAll();
        } finally {
            relay.resume();
        }
        arrivals.await(from + count, SILENCE);
        cpu = relay.cpu().minus(cpu);
        postgres = installation.postgres().cpuOfAll().minus(postgres);
        var first = Long.MAX_VALUE;
        var last = Long.MIN_VALUE;
        for (var number = from; number < from + count; number++) {
            first = Math.min(first, arrivals.seenAt(number));
            last = Math.max(last, arrivals.seenAt(number));
        }
        return new Drained((count - 1) / ((last - first) / 1e9), micros(cpu) / count, micros(postgres) / count);
    }

    private static double micros(Duration duration) {
        return duration.toNanos() / 1e3;
    }

    private boolean isAtWork() throws SQLException {
        try (var connection = installation.connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(contender.atWork())) {
            return row.next();
        }
    }

    private Child relay() throws IOException {
        return switch (contender) {
            case OURS ->
                installation.service(
                        "relay-" + database, database, installation.freePort(), jvm, Map.of("BENCH_SLOT", database));
            case TEXTBOOK -> installation.program("relay-" + database, TextbookRelay.class, jvm, address());
            case POLLING -> installation.program("relay-" + database, PollingRelay.class, jvm, address());
        };
    }

    private Map<String, String> address() {
        var url = URI.create(installation.url(database).substring("jdbc:".length()));
        return new Address(
                        database,
                        url.getPort(),
                        installation.password(),
                        installation.kafkaAddress(),
                        installation.password())
                .environment();
    }

    private void cleanUp() throws IOException, SQLException, InterruptedException {
        installation.await("the end of the slot", () -> {
            try (var connection = installation.superuser(database);
                    var statement = connection.createStatement()) {
                statement.execute("""
                        select pg_drop_replication_slot(slot_name) from pg_replication_slots
                        where database = current_database() and not active
                        """);
                try (var row = statement.executeQuery(
                        "select 1 from pg_replication_slots where database = current_database()")) {
                    return !row.next();
                }
            }
        });
        installation.dropDatabase(database);
        installation.dropTopics(List.of(topic));
    }
}
