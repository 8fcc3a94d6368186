package hoso.local.servers;

import hoso.local.kafka.Broker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A broker without passwords that makes topics as they are named: tests bring their own.
final class TestBroker {

    private TestBroker() {}

    /// Starts the broker in this JVM and returns its address once it answers.
    static String start(Path folder) {
        try {
            Files.createDirectories(folder);
            var ports = freePorts();
            var settings = folder.resolve("server.properties");
            Files.writeString(settings, """
                    process.roles=broker,controller
                    node.id=1
                    controller.quorum.voters=1@localhost:%2$d
                    listeners=CLIENT://localhost:%1$d,CONTROLLER://localhost:%2$d
                    advertised.listeners=CLIENT://localhost:%1$d
                    listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
                    controller.listener.names=CONTROLLER
                    inter.broker.listener.name=CLIENT
                    log.dirs=%3$s
                    auto.create.topics.enable=true
                    num.partitions=3
                    offsets.topic.replication.factor=1
                    offsets.topic.num.partitions=1
                    transaction.state.log.replication.factor=1
                    transaction.state.log.min.isr=1
                    transaction.state.log.num.partitions=1
                    share.coordinator.state.topic.replication.factor=1
                    share.coordinator.state.topic.min.isr=1
                    share.coordinator.state.topic.num.partitions=1
                    group.initial.rebalance.delay.ms=0
                    log.cleaner.dedupe.buffer.size=8388608
                    log.cleaner.io.buffer.size=131072
                    log.segment.bytes=67108864
                    log.index.size.max.bytes=1048576
                    num.network.threads=2
                    num.io.threads=2
                    background.threads=2
                    """.formatted(ports.get(0), ports.get(1), folder.resolve("log")));
            Broker.format(settings, List.of());
            var address = "localhost:" + ports.getFirst();
            Broker.runInBackground(settings);
            Broker.awaitAnswer(address);
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Two different free ports: both are held until both are known.
    private static List<Integer> freePorts() throws IOException {
        try (var first = new ServerSocket(0);
                var second = new ServerSocket(0)) {
            return List.of(first.getLocalPort(), second.getLocalPort());
        }
    }
}
