package hoso.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Rules of what is installed. Each takes all objects and answers with its complaints, empty when all is well.
final class Manifests {
    static final List<Rule> RULES = List.of(
            rule(
                    "no secret is kept in the tree",
                    "{kind: Secret, metadata: {name: wrong}, data: {key: c2VjcmV0}}",
                    all -> of(all, "Secret")
                            .map(secret -> name(secret) + " holds a secret")
                            .toList()),
            rule(
                    "three replicas, and a roll-out takes none of them away",
                    "{kind: Deployment, metadata: {name: wrong}, spec: {replicas: 1}}",
                    all -> deployments(all)
                            .flatMap(one -> Stream.of(
                                    unless(one.at("/spec/replicas").asInt() >= 3, one, "has fewer than three replicas"),
                                    unless(
                                            one.at("/spec/strategy/rollingUpdate/maxUnavailable")
                                                    .asText()
                                                    .equals("0"),
                                            one,
                                            "may lose a replica while it is rolled out"),
                                    unless(
                                            one.at("/spec/template/spec/terminationGracePeriodSeconds")
                                                            .asInt()
                                                    >= 30,
                                            one,
                                            "is killed before it has finished what was begun"),
                                    unless(
                                            keys(one.at("/spec/template/spec/topologySpreadConstraints"), "topologyKey")
                                                    .containsAll(Set.of(
                                                            "topology.kubernetes.io/zone", "kubernetes.io/hostname")),
                                            one,
                                            "may stand on one machine or in one zone")))
                            .flatMap(List::stream)
                            .toList()),
            rule(
                    "started, ready and live are asked where Quarkus answers",
                    "{kind: Deployment, metadata: {name: wrong}}",
                    all -> deployments(all)
                            .flatMap(one -> Stream.of(
                                    probe(one, "startupProbe", "/q/health/started"),
                                    probe(one, "readinessProbe", "/q/health/ready"),
                                    probe(one, "livenessProbe", "/q/health/live")))
                            .flatMap(List::stream)
                            .toList()),
            rule(
                    "what only operators may see has a port of its own, which only Prometheus is let in to",
                    "{kind: Deployment, metadata: {name: wrong}}",
                    all -> deployments(all)
                            .flatMap(one -> Stream.of(
                                    unless(
                                            container(one)
                                                    .path("ports")
                                                    .toString()
                                                    .contains("{\"name\":\"management\",\"containerPort\":9000}"),
                                            one,
                                            "has no port management"),
                                    unless(
                                            map(container(one).path("env"), "name", "value")
                                                    .entrySet()
                                                    .containsAll(
                                                            Map.of("MANAGEMENT_PORT", "9000", "HTTP_HOST", "0.0.0.0")
                                                                    .entrySet()),
                                            one,
                                            "does not listen where it is asked"),
                                    unless(
                                            callers(all, name(one), "9000").equals(Set.of("monitoring"))
                                                    && !callers(all, name(one), "8080")
                                                            .contains("monitoring"),
                                            one,
                                            "tells its figures to others than Prometheus, or other things to it")))
                            .flatMap(List::stream)
                            .toList()),
            rule(
                    "a service believes the gateway about who called, and nobody without being told whom",
                    "{kind: Deployment, metadata: {name: wrong-service}}",
                    all -> deployments(all)
                            .flatMap(one -> unless(
                                    stream(container(one).path("env"))
                                            .map(variable ->
                                                    variable.path("name").asText())
                                            .anyMatch(variable -> variable.equals("TRUSTED_PROXIES")
                                                    || variable.equals("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES")),
                                    one,
                                    "is not told whom to believe")
                                    .stream())
                            .toList()),
            rule(
                    "processor and memory are asked for, memory is limited to what is asked for",
                    "{kind: Deployment, metadata: {name: wrong}}",
                    all -> deployments(all)
                            .flatMap(one -> Stream.of(
                                    unless(
                                            container(one)
                                                    .at("/resources/requests")
                                                    .has("cpu"),
                                            one,
                                            "asks for no processor"),
                                    unless(
                                            container(one)
                                                            .at("/resources/requests")
                                                            .has("memory")
                                                    && container(one)
                                                            .at("/resources/requests/memory")
                                                            .equals(container(one)
                                                                    .at("/resources/limits/memory")),
                                            one,
                                            "has another memory limit than it asks for")))
                            .flatMap(List::stream)
                            .toList()),
            rule(
                    "nothing runs as root, writes to its image, gains rights or speaks to the API server",
                    "{kind: Deployment, metadata: {name: wrong}}",
                    all -> deployments(all)
                            .flatMap(one -> Stream.of(
                                    isTrue(one, "/spec/template/spec/securityContext/runAsNonRoot"),
                                    unless(
                                            one.at("/spec/template/spec/securityContext/seccompProfile/type")
                                                    .asText()
                                                    .equals("RuntimeDefault"),
                                            one,
                                            "has no seccomp profile"),
                                    isTrue(
                                            one,
                                            "/spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem"),
                                    isFalse(
                                            one,
                                            "/spec/template/spec/containers/0/securityContext/allowPrivilegeEscalation"),
                                    unless(
                                            texts(container(one).at("/securityContext/capabilities/drop"))
                                                    .contains("ALL"),
                                            one,
                                            "keeps capabilities"),
                                    isFalse(one, "/spec/template/spec/automountServiceAccountToken"),
                                    unless(
                                            of(all, "ServiceAccount")
                                                    .anyMatch(account -> name(account)
                                                                    .equals(one.at(
                                                                                    "/spec/template/spec/serviceAccountName")
                                                                            .asText())
                                                            && name(account).equals(name(one))
                                                            && account.path("automountServiceAccountToken")
                                                                    .isBoolean()
                                                            && !account.path("automountServiceAccountToken")
                                                                    .asBoolean()),
                                            one,
                                            "has no account of its own, or one with a token")))
                            .flatMap(List::stream)
                            .toList()),
            rule(
                    "the base names images, overlays pin them; nothing runs whatever is newest",
                    "{kind: Deployment, spec: {template: {spec: {containers: [{image: 'a:latest'}]}}}}",
                    all -> deployments(all)
                            .flatMap(one -> unless(
                                    !container(one).path("image").asText().endsWith(":latest")
                                            && !container(one)
                                                    .path("image")
                                                    .asText()
                                                    .isEmpty(),
                                    one,
                                    "runs whatever is newest")
                                    .stream())
                            .toList()),
            rule(
                    "each deployment has a service, a disruption budget and a network policy that select it",
                    "{kind: Deployment, metadata: {name: wrong}}",
                    all -> {
                        var complaints = new ArrayList<String>();
                        deployments(all).forEach(one -> {
                            var labels = map(one.at("/spec/template/metadata/labels"));
                            Map.of(
                                            "Service", "/spec/selector",
                                            "PodDisruptionBudget", "/spec/selector/matchLabels",
                                            "NetworkPolicy", "/spec/podSelector/matchLabels")
                                    .forEach((kind, selector) -> {
                                        if (of(all, kind)
                                                .map(other -> map(other.at(selector)))
                                                .noneMatch(labelsOf -> !labelsOf.isEmpty()
                                                        && labels.entrySet().containsAll(labelsOf.entrySet()))) {
                                            complaints.add(name(one) + " has no " + kind);
                                        }
                                    });
                        });
                        of(all, "PodDisruptionBudget")
                                .filter(budget -> !budget.at("/spec/maxUnavailable")
                                        .asText()
                                        .equals("1"))
                                .forEach(budget ->
                                        complaints.add(name(budget) + " lets more than one pod go at a time"));
                        return complaints;
                    }),
            rule(
                    "nothing goes in or out that no policy names",
                    "{kind: NetworkPolicy, spec: {podSelector: {}, policyTypes: [Ingress]}}",
                    all -> of(all, "NetworkPolicy")
                                    .anyMatch(policy -> policy.at("/spec/podSelector")
                                                    .isEmpty()
                                            && texts(policy.at("/spec/policyTypes"))
                                                    .containsAll(Set.of("Ingress", "Egress"))
                                            && policy.at("/spec/ingress").isMissingNode()
                                            && policy.at("/spec/egress").isMissingNode())
                            ? List.of()
                            : List.of("no policy denies what no other policy names")),
            rule(
                    "what was committed is on two machines, and a standby never promises less",
                    "{kind: Cluster, spec: {instances: 3, postgresql: {synchronous: {dataDurability: preferred}}}}",
                    all -> of(all, "Cluster")
                            .flatMap(one -> Stream.of(
                                    unless(
                                            one.at("/spec/instances").asInt() >= 3,
                                            one,
                                            "has fewer than three instances"),
                                    unless(
                                            one.at("/spec/postgresql/synchronous/dataDurability")
                                                            .asText()
                                                            .equals("required")
                                                    && one.at("/spec/postgresql/synchronous/number")
                                                                    .asInt()
                                                            >= 1,
                                            one,
                                            "answers before a second machine has the commit"),
                                    unless(
                                            name(one).equals("keycloak-db")
                                                    || (one.at("/spec/postgresql/parameters/wal_level")
                                                                    .asText()
                                                                    .equals("logical")
                                                            && one.at(
                                                                            "/spec/replicationSlots/highAvailability/synchronizeLogicalDecoding")
                                                                    .asBoolean()
                                                            && one.at("/spec/postgresql/parameters")
                                                                    .has("max_slot_wal_keep_size")),
                                            one,
                                            "does not keep the relay's slot")))
                            .flatMap(List::stream)
                            .toList()),
            rule(
                    "each topic is on three brokers and a record on two before it is acknowledged",
                    "{kind: KafkaTopic, spec: {replicas: 3, config: {min.insync.replicas: 1}}}",
                    all -> Stream.concat(
                                    of(all, "KafkaTopic")
                                            .flatMap(topic -> unless(
                                                    topic.at("/spec/replicas").asInt() >= 3
                                                            && topic.at("/spec/config/min.insync.replicas")
                                                                            .asInt()
                                                                    >= 2,
                                                    topic,
                                                    "loses records with one broker")
                                                    .stream()),
                                    of(all, "Kafka")
                                            .flatMap(kafka -> Stream.of(
                                                            unless(
                                                                    kafka.at(
                                                                                    "/spec/kafka/config/auto.create.topics.enable")
                                                                            .asText()
                                                                            .equals("false"),
                                                                    kafka,
                                                                    "makes topics nobody declared"),
                                                            unless(
                                                                    kafka.at(
                                                                                    "/spec/kafka/config/unclean.leader.election.enable")
                                                                            .asText()
                                                                            .equals("false"),
                                                                    kafka,
                                                                    "lets a replica lead that lacks records"),
                                                            unless(
                                                                    StreamSupport.stream(
                                                                                    kafka.at("/spec/kafka/listeners")
                                                                                            .spliterator(),
                                                                                    false)
                                                                            .allMatch(listener -> listener.path("tls")
                                                                                            .asBoolean()
                                                                                    && listener.at(
                                                                                                    "/authentication/type")
                                                                                            .asText()
                                                                                            .equals("scram-sha-512")),
                                                                    kafka,
                                                                    "lets somebody in without TLS or password"))
                                                    .flatMap(List::stream)))
                            .toList()),
            rule(
                    "each alert leads to a runbook that exists",
                    "{kind: PrometheusRule, spec: {groups: [{rules: [{alert: wrong}]}]}}",
                    all -> alerts(all)
                            .filter(alert -> !java.nio.file.Files.exists(
                                    Tree.at(alert.at("/annotations/runbook").asText("none"))))
                            .map(alert -> alert.path("alert").asText() + " leads to no runbook")
                            .toList()));

    /// A rule, and one object that breaks it, alone in the world.
    record Rule(String sentence, String wrong, Function<List<JsonNode>, List<String>> check) {
        List<String> complaints(List<JsonNode> all) {
            return check.apply(all);
        }

        @Override
        public String toString() {
            return sentence;
        }
    }

    /// Variables that settings need not speak of: libraries read them.
    static final Pattern OF_LIBRARIES = Pattern.compile("QUARKUS_.*|KAFKA_SSL_.*|GATEWAY_.*");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?<name>[A-Z][A-Z_]+)(?::(?<fallback>[^}]*))?}");

    private Manifests() {}

    private static Rule rule(String sentence, String wrong, Function<List<JsonNode>, List<String>> check) {
        return new Rule(sentence, wrong, check);
    }

    /// Every object of the base.
    static List<JsonNode> base() {
        return Tree.files(Tree.at("deploy/kubernetes/base"), Tree.ending(".yaml")).stream()
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .flatMap(file -> Json.documents(Tree.read(file)).stream())
                .toList();
    }

    static Stream<JsonNode> of(List<JsonNode> all, String kind) {
        return all.stream().filter(one -> one.path("kind").asText().equals(kind));
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static Stream<JsonNode> deployments(List<JsonNode> all) {
        return of(all, "Deployment");
    }

    static JsonNode container(JsonNode deployment) {
        return deployment.at("/spec/template/spec/containers/0");
    }

    /// The part of the system that a deployment runs.
    static Part part(JsonNode deployment) {
        return Part.promising()
                .filter(one -> one.folder().equals(name(deployment)))
                .findFirst()
                .orElseThrow();
    }

    /// Variables a deployment is given.
    static Set<String> variables(List<JsonNode> all, String deployment) {
        return deployments(all)
                .filter(one -> name(one).equals(deployment))
                .flatMap(one -> stream(container(one).path("env")))
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Variables that the settings of a part speak of.
    static Set<String> taken(Part part) {
        return variables(part, _ -> true);
    }

    /// Those of them that have no default, or none that serves in production.
    static Set<String> needed(Part part) {
        return variables(
                part, fallback -> fallback == null || fallback.equals("unset") || fallback.contains("localhost"));
    }

    private static Set<String> variables(Part part, Predicate<@Nullable String> wanted) {
        var settings = Tree.read(part.path().resolve("src/main/resources/application.properties"))
                + (part == Part.GATEWAY
                        ? ""
                        : Tree.read(Part.CHASSIS
                                .path()
                                .resolve("src/main/resources/META-INF/microprofile-config.properties")));
        return VARIABLE.matcher(settings)
                .results()
                .filter(found -> wanted.test(found.group("fallback")))
                .map(found -> found.group("name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Volumes that are not there, not used or not only read, and files that settings name and nothing brings.
    static List<String> wrongMounts(JsonNode deployment) {
        var complaints = new ArrayList<String>();
        var volumes = new TreeMap<String, JsonNode>();
        stream(deployment.at("/spec/template/spec/volumes"))
                .forEach(volume -> volumes.put(volume.path("name").asText(), volume));
        var unused = new TreeSet<>(volumes.keySet());
        var places = new TreeMap<String, JsonNode>();
        stream(container(deployment).path("volumeMounts")).forEach(mount -> {
            var volume = mount.path("name").asText();
            unused.remove(volume);
            if (!volumes.containsKey(volume)) {
                complaints.add(volume + " is no volume");
                return;
            }
            if (!volumes.get(volume).has("emptyDir") && !mount.path("readOnly").asBoolean()) {
                complaints.add(volume + " may be written to");
            }
            places.put(mount.path("mountPath").asText(), volumes.get(volume));
        });
        unused.forEach(volume -> complaints.add(volume + " is not mounted"));
        stream(container(deployment).path("env"))
                .filter(variable -> variable.path("value").asText().startsWith("/run/"))
                .filter(variable -> !isThere(variable.path("value").asText(), places))
                .map(variable -> variable.path("name").asText() + " is "
                        + variable.path("value").asText() + ", which is not there")
                .forEach(complaints::add);
        return complaints;
    }

    private static boolean isThere(String file, Map<String, JsonNode> places) {
        if (places.containsKey(file)) {
            return true;
        }
        var folder = file.substring(0, file.lastIndexOf('/'));
        return places.containsKey(folder)
                && places.get(folder).findValuesAsText("path").contains(file.substring(folder.length() + 1));
    }

    static Stream<JsonNode> alerts(List<JsonNode> all) {
        return of(all, "PrometheusRule")
                .flatMap(rule -> stream(rule.at("/spec/groups")))
                .flatMap(group -> stream(group.path("rules")));
    }

    /// Names of series an expression asks for.
    static Set<String> series(String expression) {
        var words = Set.of("increase", "rate", "sum", "max", "by", "on", "and", "or");
        var bare = expression.replaceAll("\\{[^}]*}", "").replaceAll("\\bby \\([^)]*\\)|\\bon \\([^)]*\\)", "");
        var names = new TreeSet<String>();
        Pattern.compile("[a-z_]{3,}").matcher(bare).results().forEach(word -> names.add(word.group()));
        names.removeAll(words);
        return names;
    }

    /// Who may speak to whom: from pod label to pod label and port, as both sides' policies allow it.
    static Map<String, Set<String>> edges(List<JsonNode> all) {
        var edges = new TreeMap<String, Set<String>>();
        of(all, "NetworkPolicy")
                .forEach(policy -> stream(policy.at("/spec/egress")).forEach(rule -> {
                    var ports = new TreeSet<String>();
                    stream(rule.path("ports"))
                            .forEach(port -> ports.add(port.path("port").asText()));
                    stream(rule.path("to")).forEach(to -> {
                        var target = to.has("ipBlock")
                                ? "outside"
                                : String.join(
                                        ",",
                                        map(to.has("podSelector")
                                                        ? to.at("/podSelector/matchLabels")
                                                        : to.at("/namespaceSelector/matchLabels"))
                                                .values());
                        edges.computeIfAbsent(name(policy), _ -> new TreeSet<>())
                                .add((target.isEmpty() ? "fellows" : target) + ":" + String.join(",", ports));
                    });
                }));
        return edges;
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static Map<String, String> map(JsonNode array, String key, String value) {
        var map = new LinkedHashMap<String, String>();
        array.forEach(one -> map.put(one.path(key).asText(), one.path(value).asText()));
        return map;
    }

    /// Who is let in to that port of a part: values of the labels of pods and namespaces.
    private static Set<String> callers(List<JsonNode> all, String part, String port) {
        var callers = new TreeSet<String>();
        of(all, "NetworkPolicy")
                .filter(policy -> name(policy).equals(part))
                .flatMap(policy -> stream(policy.at("/spec/ingress")))
                .filter(rule -> keys(rule.path("ports"), "port").contains(port))
                .flatMap(rule -> stream(rule.path("from")))
                .forEach(from -> from.forEach(selector ->
                        callers.addAll(map(selector.path("matchLabels")).values())));
        return callers;
    }

    static Map<String, String> map(JsonNode object) {
        var map = new LinkedHashMap<String, String>();
        object.properties().forEach(one -> map.put(one.getKey(), one.getValue().asText()));
        return map;
    }

    private static Set<String> keys(JsonNode array, String key) {
        var keys = new TreeSet<String>();
        array.forEach(one -> keys.add(one.path(key).asText()));
        return keys;
    }

    private static List<String> probe(JsonNode deployment, String probe, String path) {
        return unless(
                container(deployment).path(probe).at("/httpGet/path").asText().equals(path)
                        && container(deployment)
                                .path(probe)
                                .at("/httpGet/port")
                                .asText()
                                .equals("management"),
                deployment,
                "has no " + probe + " at " + path + " of the port management");
    }

    private static List<String> isTrue(JsonNode object, String at) {
        return unless(object.at(at).asBoolean(), object, "does not say " + at);
    }

    private static List<String> isFalse(JsonNode object, String at) {
        return unless(object.at(at).isBoolean() && !object.at(at).asBoolean(), object, "does not forbid " + at);
    }

    private static List<String> unless(boolean isWell, JsonNode object, String complaint) {
        return isWell ? List.of() : List.of(name(object) + " " + complaint);
    }
}
