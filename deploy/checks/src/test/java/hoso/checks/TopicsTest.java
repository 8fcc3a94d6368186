package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class TopicsTest {
    private static final List<JsonNode> BASE = Manifests.base();

    @Test
    void kubernetesAndTheLocalBrokerHaveTheSameTopicsForAsLong() {
        assertThat(Topics.declared(BASE)).isEqualTo(Topics.local());
    }

    @Test
    void kubernetesAndTheLocalBrokerGiveTheSamePermissions() {
        assertThat(Topics.declaredPermissions(BASE)).isEqualTo(Topics.localPermissions());
    }

    @Test
    void everyTopicIsPromisedByTheServiceWhoseNameItBears() {
        var promised = new TreeSet<String>();
        Part.SERVICES.forEach(
                service -> promised.addAll(Events.topics(Events.asyncapi(service), service.topicPrefix())));

        var declared = new TreeSet<>(Topics.declared(BASE).keySet());
        declared.removeIf(topic -> topic.endsWith(".dead"));
        assertThat(declared).isEqualTo(promised);
    }

    @Test
    void theArchitectureTellsOfEveryTopicAndOfNoOther() {
        var rows = Pattern.compile("(?m)^\\| `(?<topic>[a-z0-9.-]+\\.v[0-9]+)` \\|");

        var declared = new TreeSet<>(Topics.declared(BASE).keySet());
        declared.removeIf(topic -> topic.endsWith(".dead"));
        assertThat(rows.matcher(Tree.read(Tree.at("deploy/docs/architecture.md")))
                        .results()
                        .map(row -> row.group("topic")))
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void anAgencyIsToldOfEveryTopicItMayReadAndOfNoOther() {
        var named = Pattern.compile("`(?<topic>[a-z-]+\\.[a-z0-9.-]+\\.v[0-9]+)`");
        var readable = Topics.declaredPermissions(BASE).stream()
                .filter(permission -> permission.startsWith("agency-investigation: READ topic "))
                .map(permission -> permission.substring(permission.lastIndexOf(' ') + 1));

        assertThat(named.matcher(Tree.read(Tree.at("deploy/docs/agency-subscriber.md")))
                        .results()
                        .map(topic -> topic.group("topic"))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(readable.toList());
    }

    /// Neither the records nor their number: who may not read a topic may not describe it.
    @Test
    void whoMaySeeOnlyNo1LearnsNothingOfTheTopicsOfNo2() {
        assertThat(Topics.declaredPermissions(BASE))
                .filteredOn(permission -> permission.contains("-no-2.v1"))
                .isNotEmpty()
                .allMatch(permission -> permission.startsWith("agency-investigation: "));
    }

    @Test
    void whatAsyncapiSaysOfRetentionIsTrue() {
        var declared = Topics.declared(BASE);
        for (var service : Part.SERVICES) {
            for (var channel : Events.asyncapi(service).path("channels")) {
                var retention = channel.at("/bindings/kafka/topicConfiguration/retention.ms");
                if (!retention.isMissingNode()) {
                    assertThat(retention.asText())
                            .as(service.folder() + " " + channel.path("address").asText())
                            .isEqualTo(declared.get(channel.path("address").asText()));
                }
            }
        }
    }

    /// A fact that Kafka still has must still be in the outbox, or the reconciler could not tell it again;
    /// an event that can still come again must still be in the inbox, or it would have its effect twice.
    @Test
    void outboxAndInboxRememberLongerThanTheTopics() {
        var longest = Topics.declared(BASE).values().stream()
                .mapToLong(Long::parseLong)
                .mapToObj(Duration::ofMillis)
                .max(Duration::compareTo)
                .orElseThrow();

        assertThat(kept("keepFacts")).isGreaterThanOrEqualTo(longest);
        assertThat(kept("keepTaken")).isGreaterThanOrEqualTo(longest);
    }

    private static Duration kept(String setting) {
        return Code.OURS
                .get("hoso.chassis.relay.RelayConfig")
                .getMethod(setting)
                .tryGetAnnotationOfType("io.smallrye.config.WithDefault")
                .flatMap((JavaAnnotation<?> annotation) -> annotation.get("value"))
                .map(value -> Duration.parse("P" + value.toString().toUpperCase(java.util.Locale.ROOT)))
                .orElseThrow();
    }

    /// What a listener asks for, read from its code: it may read those topics and has dead letters for each.
    @Test
    void everyListenerMayReadWhatItListensTo() {
        var text = Pattern.compile("\"(?<text>[a-z.-]+(?:\\.v[0-9]+)?)\"");
        var permissions = Topics.declaredPermissions(BASE);
        var topics = Topics.declared(BASE).keySet();
        var listeners = 0;
        for (var service : Part.SERVICES) {
            for (var file : Tree.files(service.path().resolve("src/main/java"), Tree.ending("Listener.java"))) {
                var source = Tree.read(file);
                if (!source.contains("implements Subscription")) {
                    continue;
                }
                listeners++;
                var texts = text.matcher(source)
                        .results()
                        .map(found -> found.group("text"))
                        .toList();
                var user =
                        service.topicPrefix().substring(0, service.topicPrefix().length() - 1);
                var group = texts.stream()
                        .filter(one -> one.startsWith(service.topicPrefix()) && !one.matches(".*\\.v[0-9]+"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(file + " has no group that begins with its service"));
                var heard = texts.stream()
                        .filter(one -> one.matches(".*\\.v[0-9]+"))
                        .toList();

                assertThat(heard).as(file.toString()).isNotEmpty().allSatisfy(topic -> {
                    assertThat(permissions).contains(user + ": READ topic " + topic);
                    assertThat(topics).contains(group + "." + topic + ".dead");
                });
            }
        }
        assertThat(listeners).isPositive();
    }
}
