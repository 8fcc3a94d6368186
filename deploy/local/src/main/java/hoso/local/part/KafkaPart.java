package hoso.local.part;

import hoso.local.kafka.Administration;
import hoso.local.kafka.BrokerSettings;
import hoso.local.process.End;
import hoso.local.run.RunFolder;
import hoso.local.run.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A Kafka broker with its topics and users.
record KafkaPart(RunFolder place, Addresses addresses, Secrets secrets, StartCaches caches) {

    Part part() throws IOException {
        var settings = place.settings("kafka.properties");
        RunFolder.writeSecret(
                settings,
                BrokerSettings.text(
                                Port.KAFKA.at(addresses.offset()),
                                Port.KAFKA_CONTROLLER.at(addresses.offset()),
                                place.data("kafka"),
                                secrets.get("kafka.admin"),
                                secrets.get("kafka.controller"))
                        .getBytes(StandardCharsets.UTF_8));
        var credentials = place.settings("kafka.credentials");
        RunFolder.writeSecret(
                credentials,
                ("[name=" + BrokerSettings.ADMIN + ",password=" + secrets.get("kafka.admin") + "]")
                        .getBytes(StandardCharsets.UTF_8));
        var options = new ArrayList<>(List.of("-Xms64m", "-Xmx192m", "-Dhoso.log.level=INFO"));
        options.addAll(caches.shared("kafka"));
        var administration = new Administration(addresses.kafka(), BrokerSettings.ADMIN, secrets.get("kafka.admin"));
        return new Part(
                "kafka",
                new OwnProgram(place.root())
                        .command(options, "hoso.local.kafka.Broker", settings.toString(), credentials.toString()),
                place.home(),
                Map.of("HOSO_LIFELINE", "stdin"),
                List.of(Port.KAFKA, Port.KAFKA_CONTROLLER),
                List.of(),
                Probes.kafka(Port.KAFKA.at(addresses.offset())),
                () -> administration.ensure(user -> secrets.get("kafka." + user)),
                End.TERM,
                Patience.USUAL);
    }
}
