package hoso.check.summary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.e2e.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.utilities.npm.NpmPackage;

/// People to summarise: the published examples of FHIR and of the summary, each as a visit of one person, and
/// made-up claims. All visits are of the one citizen who reads them, one after the other.
final class People {
    /// What a summary tells of, and how an example is called that holds it.
    private static final Pattern EXAMPLE = Pattern.compile(
            "(AllergyIntolerance|CarePlan|Condition|DeviceUseStatement"
                    + "|DiagnosticReport|Flag|Immunization|MedicationRequest|MedicationStatement|Observation|Procedure)-.*\\.json");

    private static final Set<String> FRAME =
            Set.of("Patient", "Composition", "Encounter", "Bundle", "MessageHeader", "Provenance");

    private static final Pattern TABLE =
            Pattern.compile("(<LOAIHOSO>XML\\d+</LOAIHOSO>\\s*<NOIDUNGFILE>)([^<]*)(</NOIDUNGFILE>)");

    private final Owner owner;
    private final String facility;
    private final String run;
    private final List<Visit> all = new ArrayList<>();

    /// The citizen who reads.
    record Owner(String number, String name, String birthDate) {}

    /// One visit to file.
    ///
    /// @param name of the file it was made of
    record Visit(String name, String episode, String mediaType, byte[] document) {}

    /// @param run makes the episodes of this run different from those of any other
    People(Owner owner, String facility, String run) {
        this.owner = owner;
        this.facility = facility;
        this.run = run;
    }

    List<Visit> all() {
        return List.copyOf(all);
    }

    /// Takes in the examples of a package that hold something to summarise.
    void examples(Path archive, String folder) throws IOException {
        try (var in = Files.newInputStream(archive)) {
            var examples = NpmPackage.fromPackage(in);
            for (var file : examples.list(folder).stream().sorted().toList()) {
                if (!EXAMPLE.matcher(file).matches() && !file.startsWith("Bundle-")) {
                    continue;
                }
                try (var one = examples.load(folder, file)) {
                    var resource = Http.JSON.readTree(one.readAllBytes());
                    if (EXAMPLE.matcher(file).matches()) {
                        bundle(file, List.of(resource));
                    } else if (resource.path("type").asText().equals("document")) {
                        bundle(
                                file,
                                resource.path("entry")
                                        .valueStream()
                                        .map(entry -> named(entry.path("resource"), entry.path("fullUrl")))
                                        .toList());
                    }
                }
            }
        }
    }

    private static JsonNode named(JsonNode resource, JsonNode fullUrl) {
        return resource.isObject() ? ((ObjectNode) resource.deepCopy()).set("fullUrl", fullUrl) : resource;
    }

    private void bundle(String file, List<JsonNode> resources) {
        var episode = "IPS-" + run + "-" + all.size();
        try {
            var visit = Http.JSON.readTree(empty(episode));
            for (var resource : resources) {
                if (FRAME.contains(resource.path("resourceType").asText())) {
                    continue;
                }
                var own = (ObjectNode) resource.deepCopy();
                var fullUrl = own.remove("fullUrl");
                aboutThePerson(own);
                var entry = ((ArrayNode) visit.path("entry")).addObject();
                if (fullUrl != null && fullUrl.isTextual()) {
                    entry.set("fullUrl", fullUrl);
                }
                entry.set("resource", own);
            }
            all.add(new Visit(file, episode, "application/fhir+json", Http.JSON.writeValueAsBytes(visit)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String empty(String episode) {
        return """
            {"resourceType":"Bundle","type":"collection","entry":[
             {"fullUrl":"http://hospital.example/fhir/Patient/person","resource":{
              "resourceType":"Patient","id":"person","gender":"female","birthDate":"%s",
              "identifier":[{"system":"urn:vn:so-dinh-danh","value":"%s"}],"name":[{"text":"%s"}]}},
             {"fullUrl":"http://hospital.example/fhir/Encounter/visit","resource":{
              "resourceType":"Encounter","id":"visit","status":"finished","subject":{"reference":"Patient/person"},
              "identifier":[{"system":"urn:vn:ma-lk","value":"%s"}],
              "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},
              "period":{"start":"2026-10-20T07:40:00+07:00","end":"2026-10-20T09:15:00+07:00"},
              "serviceProvider":{"identifier":{"system":"urn:vn:cskcb","value":"%s"}}}}]}
            """.formatted(owner.birthDate(), owner.number(), owner.name(), episode, facility);
    }

    /// The example is told of the one who reads, in the one visit.
    private static void aboutThePerson(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var field : List.of("subject", "patient")) {
                if (object.path(field).isObject()) {
                    object.putObject(field).put("reference", "Patient/person");
                }
            }
            for (var field : List.of("encounter", "context")) {
                if (object.path(field).has("reference")) {
                    object.putObject(field).put("reference", "Encounter/visit");
                }
            }
            if (object.path("reference").asText().startsWith("Patient/")) {
                object.put("reference", "Patient/person");
            }
        }
        node.forEach(People::aboutThePerson);
    }

    /// Takes in claims made of the example of the contract: other drugs, results, kinds of care, dates left out.
    void claims(String example, int count) {
        for (int i = 0; i < count; i++) {
            var episode = "IPS-" + run + "-" + all.size();
            var number = i;
            var tables = TABLE.matcher(example);
            var claim = tables.replaceAll(table -> {
                var xml = new String(
                        Base64.getDecoder().decode(table.group(2).replaceAll("\\s", "")), StandardCharsets.UTF_8);
                var varied = varied(xml, number, episode);
                return Matcher.quoteReplacement(table.group(1)
                        + Base64.getEncoder().encodeToString(varied.getBytes(StandardCharsets.UTF_8))
                        + table.group(3));
            });
            all.add(new Visit("claim " + i, episode, "application/xml", claim.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private String varied(String xml, int number, String episode) {
        var values = List.of("7.8", "&lt;0,5", "Dương tính", "", "1.20", "&gt;=400", "80");
        var units = List.of("G/L", "mmol/L", "", "%", "mg/dL", "đơn vị", "U/L");
        var kinds = List.of("01", "03", "05", "09", "77");
        var text = xml.replaceAll("<MA_LK>[^<]*", "<MA_LK>" + episode)
                .replaceAll("<SO_CCCD>[^<]*", "<SO_CCCD>" + owner.number())
                .replaceAll("<HO_TEN>[^<]*", "<HO_TEN>" + owner.name())
                .replaceAll(
                        "<NGAY_SINH>[^<]*", "<NGAY_SINH>" + owner.birthDate().replace("-", ""))
                .replaceAll("<GIA_TRI>[^<]*", "<GIA_TRI>" + values.get(number % values.size()))
                .replaceAll("<DON_VI_DO>[^<]*", "<DON_VI_DO>" + units.get(number % units.size()))
                .replaceAll("<MA_LOAI_KCB>[^<]*", "<MA_LOAI_KCB>" + kinds.get(number % kinds.size()));
        return number % 4 == 0 ? text.replaceAll("<NGAY_(RA|KQ|TH_YL)>[^<]*", "<NGAY_$1>") : text;
    }
}
