package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class ManifestsTest {
    private static final List<JsonNode> BASE = Manifests.base();
    private static final String KUBERNETES = "deploy/kubernetes/";

    static List<Manifests.Rule> rules() {
        return Manifests.RULES;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Manifests.Rule rule) {
        assertThat(rule.complaints(BASE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bites(Manifests.Rule rule) {
        assertThat(rule.complaints(Json.documents(rule.wrong()))).isNotEmpty();
    }

    @Test
    void everyServiceAndTheGatewayAreDeployed() {
        assertThat(Manifests.deployments(BASE).map(Manifests::name))
                .containsExactlyInAnyOrderElementsOf(
                        Part.promising().map(Part::folder).toList());
    }

    static Stream<JsonNode> native_() {
        return BASE.stream()
                .filter(one -> Schemas.isNative(one.path("apiVersion").asText()));
    }

    @ParameterizedTest
    @MethodSource("native_")
    void kubernetesKnowsEveryField(JsonNode object) {
        Schemas.checkNative(object);
    }

    @Test
    void aFieldKubernetesDoesNotKnowIsFound() {
        var wrong = Json.documents("""
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: wrong}, spec: {replica: 3}}
                """).getFirst();

        assertThatThrownBy(() -> Schemas.checkNative(wrong)).hasMessageContaining("replica");
    }

    @Test
    void strimziKnowsEveryFieldAndEveryValue() throws IOException, InterruptedException {
        var schemas = Schemas.strimzi();

        assertThat(BASE.stream()
                        .filter(one -> schemas.containsKey(one.path("kind").asText())))
                .isNotEmpty()
                .allSatisfy(object ->
                        assertThat(Schemas.complaints(schemas, object)).isEmpty());
    }

    @Test
    void aFieldOrValueStrimziDoesNotKnowIsFound() throws IOException, InterruptedException {
        var schemas = Schemas.strimzi();
        var wrong = Json.documents("""
                {kind: KafkaUser, metadata: {name: wrong}, spec: {authorization: {type: simple, acls: [
                  {resource: {type: topic, name: x, patternTyp: prefix}, operations: [Reed]}]}}}
                """).getFirst();

        assertThat(String.join("\n", Schemas.complaints(schemas, wrong)))
                .contains("patternTyp")
                .contains("operations");
    }

    @Test
    void theBaseIsMadeOfItsFiles() {
        var files = Tree.files(Tree.at(KUBERNETES + "base"), Tree.ending(".yaml")).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("kustomization.yaml"));
        var listed = Json.read(Tree.at(KUBERNETES + "base/kustomization.yaml")).path("resources");

        assertThat(Manifests.texts(listed)).containsExactlyInAnyOrderElementsOf(files.toList());
    }

    /// The whole of who speaks to whom. A new edge is a decision, and is written here.
    @Test
    void nobodySpeaksToAnybodyElse() {
        var dns = "kube-system:53";
        var keycloak = "keycloak:8080";
        var kafka = "kafka-kafka:9093";
        var expected = new TreeMap<String, Set<String>>(Map.of(
                "gateway",
                Set.of(
                        dns,
                        keycloak,
                        "identity-service:8080",
                        "health-record-service:8080",
                        "judicial-cert-service:8080",
                        "notification-service:8080"),
                "identity-service",
                Set.of(dns, keycloak, kafka, "identity-db:5432", "outside:443"),
                "health-record-service",
                Set.of(dns, keycloak, kafka, "health-record-db:5432", "identity-service:8080"),
                "judicial-cert-service",
                Set.of(dns, keycloak, kafka, "judicial-cert-db:5432", "identity-service:8080", "outside:443"),
                "notification-service",
                Set.of(
                        dns,
                        keycloak,
                        kafka,
                        "notification-db:5432",
                        "identity-service:8080",
                        "judicial-cert-service:8080",
                        "outside:443,587"),
                "operated-egress",
                Set.of(dns, "fellows:")));

        assertThat(Manifests.edges(BASE)).isEqualTo(expected);
    }

    /// Every variable a service reads without a usable default is given; that none is given that nothing reads, see
    /// `ComponentsTest`.
    @Test
    void everyServiceIsGivenTheVariablesItReads() {
        Manifests.deployments(BASE).forEach(deployment -> {
            var part = Manifests.part(deployment);

            assertThat(Manifests.variables(BASE, part.folder()))
                    .as(part.folder())
                    .containsAll(Manifests.needed(part));
        });
    }

    @Test
    void certificatesOfIngressesAreToldInTheReadme() {
        var readme = Tree.read(Tree.at(KUBERNETES + "README.md"));
        var wanted = new TreeSet<String>();
        Manifests.of(BASE, "Ingress")
                .forEach(ingress -> ingress.findValues("secretName").forEach(name -> wanted.add(name.asText())));

        assertThat(wanted).isNotEmpty().allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    /// Series that others tell: Quarkus about HTTP, the exporter of Strimzi about groups.
    private static final Set<String> TOLD_BY_OTHERS =
            Set.of("http_server_requests_seconds_count", "kafka_consumergroup_lag");

    @Test
    void everyAlertAsksForSeriesThatTheCodeTells() {
        var literal = Pattern.compile("\"(?<name>[a-z]+(?:[._][a-z]+)*)(?<open>\\.?)\"");
        var told = new TreeSet<>(TOLD_BY_OTHERS);
        for (var part : Part.values()) {
            for (var file : Tree.files(part.path().resolve("src/main/java"), Tree.ending(".java"))) {
                var source = Tree.read(file);
                if (source.contains("MeterRegistry")) {
                    literal.matcher(source).results().forEach(found -> {
                        var name = found.group("name").replace('.', '_');
                        told.add(name);
                        told.add(name + "_total");
                    });
                }
            }
        }
        var asked = new TreeSet<String>();
        Manifests.alerts(BASE)
                .forEach(alert ->
                        asked.addAll(Manifests.series(alert.path("expr").asText())));

        assertThat(asked).isNotEmpty();
        assertThat(told).containsAll(asked);
    }

    @Test
    void poolsStayBelowWhatTheirDatabaseAllows() {
        var pool = 16;
        var besideThePool = 3;
        var allowed = new TreeMap<String, Integer>();
        Manifests.of(BASE, "Cluster")
                .forEach(cluster -> allowed.put(
                        Manifests.name(cluster),
                        cluster.at("/spec/postgresql/parameters/max_connections")
                                .asInt()));
        var scaling = Json.documents(Tree.read(Tree.at(KUBERNETES + "overlays/national/scaling.yaml")));

        assertThat(Tree.read(Tree.at("chassis/src/main/resources/META-INF/microprofile-config.properties")))
                .contains("quarkus.datasource.jdbc.max-size=" + pool);
        for (var scaler : scaling) {
            var database = Manifests.name(scaler).replace("-service", "-db");
            var most = scaler.at("/spec/maxReplicas").asInt() * (pool + besideThePool);
            if (allowed.containsKey(database)) {
                assertThat(most).as(database).isLessThan(allowed.get(database));
            }
        }
    }

    @Test
    void overlaysPinEveryImage() {
        for (var overlay : List.of("pilot", "national")) {
            var pinned = new ArrayList<String>();
            Json.read(Tree.at(KUBERNETES + "overlays/" + overlay + "/kustomization.yaml"))
                    .path("images")
                    .forEach(image -> pinned.add(image.path("name").asText()));

            assertThat(pinned)
                    .as(overlay)
                    .containsExactlyInAnyOrderElementsOf(Manifests.deployments(BASE)
                            .map(deployment -> Manifests.container(deployment)
                                    .path("image")
                                    .asText())
                            .toList());
        }
    }
}
