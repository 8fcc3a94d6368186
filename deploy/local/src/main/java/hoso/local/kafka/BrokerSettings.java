package hoso.local.kafka;

import java.nio.file.Path;

/// The settings file of the broker: one node that is broker and controller, passwords and permissions on.
public final class BrokerSettings {

    public static final String ADMIN = "admin";

    private BrokerSettings() {}

    /// SCRAM cannot be used between controllers, because its passwords are stored in what they agree on:
    /// there it is PLAIN.
    public static String text(
            int port, int controllerPort, Path data, String adminPassword, String controllerPassword) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=CLIENT://localhost:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=CLIENT://localhost:%1$d
                listener.security.protocol.map=CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=CLIENT
                sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                listener.name.controller.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="controller" password="%5$s" user_controller="%5$s";
                listener.name.client.sasl.enabled.mechanisms=SCRAM-SHA-512
                listener.name.client.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="%4$s";
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:admin;User:controller
                allow.everyone.if.no.acl.found=false
                auto.create.topics.enable=false
                log.dirs=%3$s
                broker.session.timeout.ms=2500
                broker.heartbeat.interval.ms=400
                num.partitions=3
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=3
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=8388608
                log.cleaner.io.buffer.size=131072
                log.segment.bytes=67108864
                log.index.size.max.bytes=1048576
                num.network.threads=2
                num.io.threads=4
                background.threads=4
                """.formatted(port, controllerPort, data, adminPassword, controllerPassword);
    }
}
