package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class ComponentsTest {
    private static final List<JsonNode> BASE = Manifests.base();
    private static final List<JsonNode> ALL = Components.with(BASE, Components.names());

    static List<String> components() {
        return Components.names();
    }

    static Stream<List<JsonNode>> installations() {
        return Stream.concat(
                Stream.of(BASE, ALL),
                Components.names().stream().map(component -> Components.with(BASE, List.of(component))));
    }

    @ParameterizedTest
    @MethodSource("components")
    void aComponentIsMadeOfItsFiles(String component) {
        var kustomization = Components.kustomization(component);
        var listed = Manifests.texts(kustomization.path("resources"));
        kustomization
                .path("patches")
                .forEach(patch -> listed.add(patch.path("path").asText()));

        assertThat(kustomization.path("kind").asText()).isEqualTo("Component");
        assertThat(listed).containsExactlyInAnyOrderElementsOf(Components.files(component));
        assertThat(Components.added(component))
                .allSatisfy(
                        object -> assertThat(object.at("/metadata/namespace").asText())
                                .as("an overlay need not name it")
                                .isEqualTo("hoso"));
    }

    @ParameterizedTest
    @MethodSource("components")
    void aComponentIsToldInTheReadme(String component) {
        assertThat(Tree.read(Tree.at("deploy/kubernetes/README.md"))).contains("(components/" + component + "/)");
    }

    @ParameterizedTest
    @MethodSource("installations")
    void everyRuleHoldsWithIt(List<JsonNode> installation) {
        assertThat(Manifests.RULES)
                .allSatisfy(rule -> assertThat(rule.complaints(installation)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("installations")
    void kubernetesKnowsEveryFieldWithIt(List<JsonNode> installation) {
        installation.stream()
                .filter(one -> Schemas.isNative(one.path("apiVersion").asText()))
                .forEach(Schemas::checkNative);
    }

    @ParameterizedTest
    @MethodSource("installations")
    void whatIsMountedIsThereAndNobodyWritesToIt(List<JsonNode> installation) {
        assertThat(Manifests.deployments(installation))
                .allSatisfy(deployment ->
                        assertThat(Manifests.wrongMounts(deployment)).isEmpty());
    }

    @Test
    void aMountThatIsWrongIsFound() {
        var wrong = Json.documents("""
                {spec: {template: {spec: {
                  containers: [{
                    env: [{name: A, value: /run/a/b}, {name: B, value: /run/keys/lost}],
                    volumeMounts: [{name: a, mountPath: /run/other}, {name: keys, mountPath: /run/keys}]}],
                  volumes: [
                    {name: keys, secret: {secretName: k, items: [{key: found, path: found}]}},
                    {name: idle, secret: {secretName: i}}]}}}}
                """).getFirst();

        assertThat(Manifests.wrongMounts(wrong))
                .containsExactlyInAnyOrder(
                        "a is no volume",
                        "idle is not mounted",
                        "keys may be written to",
                        "A is /run/a/b, which is not there",
                        "B is /run/keys/lost, which is not there");
    }

    /// A setting that a service takes and no manifest gives is one that nobody in production can use.
    @Test
    void everyVariableAServiceTakesCanBeGiven() {
        Manifests.deployments(ALL).forEach(deployment -> {
            var part = Manifests.part(deployment);
            var given = new TreeSet<String>();
            Stream.of(BASE, ALL)
                    .forEach(installation -> given.addAll(Manifests.variables(installation, part.folder())));

            assertThat(given).as(part.folder()).containsAll(Manifests.taken(part));
        });
    }

    @ParameterizedTest
    @MethodSource("installations")
    void noVariableIsGivenThatNothingReads(List<JsonNode> installation) {
        Manifests.deployments(installation).forEach(deployment -> {
            var given = Manifests.variables(installation, Manifests.name(deployment));
            given.removeAll(Manifests.taken(Manifests.part(deployment)));

            assertThat(given).as(Manifests.name(deployment)).allMatch(Manifests.OF_LIBRARIES.asMatchPredicate());
        });
    }

    /// What is asked for by name and not in the tree is made by whoever installs, so it is told.
    @Test
    void secretsAndSettingsAreThereOrToldInTheReadme() {
        var readme = Tree.read(Tree.at("deploy/kubernetes/README.md"));
        var there = new TreeMap<String, JsonNode>();
        Manifests.of(ALL, "ConfigMap").forEach(map -> there.put(Manifests.name(map), map.path("data")));

        var wanted = new TreeSet<String>();
        Manifests.deployments(ALL).forEach(deployment -> {
            deployment.findValues("secretName").forEach(name -> wanted.add(name.asText()));
            deployment
                    .findValues("secretKeyRef")
                    .forEach(ref -> wanted.add(ref.path("name").asText()));
            deployment
                    .findValues("configMap")
                    .forEach(map -> wanted.add(map.path("name").asText()));
            deployment
                    .findValues("configMapKeyRef")
                    .forEach(ref -> assertThat(
                                    there.getOrDefault(ref.path("name").asText(), ref)
                                            .has(ref.path("key").asText()))
                            .as(ref.toString())
                            .isTrue());
        });

        assertThat(wanted).isNotEmpty().allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    /// Added to the table of the base: whoever chooses a component opens one way, to addresses they name.
    @Test
    void aComponentOpensOneWayOnly() {
        var edges = Manifests.edges(ALL);
        edges.keySet().removeAll(Manifests.edges(BASE).keySet());

        assertThat(edges)
                .isEqualTo(Map.of(
                        "judicial-cert-time-stamp", new TreeSet<>(List.of("outside:443,80")),
                        "judicial-cert-revocation", new TreeSet<>(List.of("outside:443,80")),
                        "judicial-cert-token", new TreeSet<>(List.of("outside:1792"))));
        for (var component : Components.names()) {
            assertThat(Components.added(component).stream()
                            .filter(one -> one.path("kind").asText().equals("NetworkPolicy")))
                    .allSatisfy(policy -> {
                        assertThat(Manifests.map(policy.at("/spec/podSelector/matchLabels")))
                                .isEqualTo(Map.of("app.kubernetes.io/name", "judicial-cert-service"));
                        assertThat(Manifests.texts(policy.at("/spec/policyTypes")))
                                .containsExactly("Egress");
                        assertThat(policy.findValuesAsText("cidr"))
                                .allMatch(cidr -> cidr.matches("203\\.0\\.113\\.[0-9]+/32"));
                    });
        }
    }

    @Test
    void aPatchIsMergedAsKustomizeDoes() {
        var base = (ObjectNode) Json.parse("""
                {"env": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}],
                 "volumes": [{"name": "v", "secret": {"secretName": "s", "items": [{"key": "a"}, {"key": "b"}]}}]}
                """);

        Components.merge(base, Json.parse("""
                {"env": [{"name": "A", "$patch": "delete"}, {"name": "C", "value": "3"}],
                 "volumes": [{"name": "v", "secret": {"items": [{"key": "b"}]}}]}
                """));

        assertThat(base).isEqualTo(Json.parse("""
                        {"env": [{"name": "B", "value": "2"}, {"name": "C", "value": "3"}],
                         "volumes": [{"name": "v", "secret": {"secretName": "s", "items": [{"key": "b"}]}}]}
                        """));
    }
}
