package hoso.identity.register;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.http.Exchange;
import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.text.NameFolding;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The population register over HTTP. Whatever is not a clear answer about the number asked for is `Unavailable`.
@ApplicationScoped
class PopulationRegisterClient implements PopulationRegister {
    private static final Logger LOG = Logger.getLogger(PopulationRegisterClient.class);
    /// An entry has some kilobytes.
    private static final int LARGEST = 256 << 10;

    private final RegisterConfig config;
    private final ObjectMapper json;
    private final Exchange http;

    PopulationRegisterClient(RegisterConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.http = new Exchange(config.connectTimeout(), config.answerTimeout(), LARGEST);
    }

    @Override
    public Answer lookUp(PersonalNumber number) {
        var answer = ask(number);
        if (answer instanceof Answer.Unavailable(var reason)) {
            LOG.warnf("register=unavailable reason=%s", reason);
        }
        return answer;
    }

    private Answer ask(PersonalNumber number) {
        try {
            var response = http.send(request(number));
            return switch (response.statusCode()) {
                case 200 -> read(number, response.body());
                case 404 -> new Answer.Unknown();
                default -> new Answer.Unavailable("status-" + response.statusCode());
            };
        } catch (JsonProcessingException _) {
            return new Answer.Unavailable("unreadable");
        } catch (IOException e) {
            // The message may quote the request: the kind is enough.
            return new Answer.Unavailable(e.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable("interrupted");
        }
    }

    private HttpRequest request(PersonalNumber number) throws JsonProcessingException {
        var body = json.writeValueAsString(Map.of("personalNumber", number.digits()));
        return HttpRequest.newBuilder(config.url().resolve("/lookups"))
                .header("Authorization", "Bearer " + config.secret())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private Answer read(PersonalNumber number, byte[] body) throws IOException {
        var person = json.readValue(body, PersonJson.class);
        var links = json.readValue(body, LinksJson.class);
        if (person == null
                || links == null
                || !number.digits().equals(person.personalNumber)
                || person.fullName == null
                || person.birthDate == null) {
            return new Answer.Unavailable("unreadable");
        }
        return new Answer.Found(person.registered(), links.relatives());
    }

    /// The register's own words; every field may be missing in an old entry.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record PersonJson(
            @Nullable String personalNumber,
            @Nullable String fullName,
            @Nullable LocalDate birthDate,
            @Nullable Sex sex,
            @Nullable String nationality,
            @Nullable String ethnicity,
            @Nullable String birthplace,
            @Nullable AddressWire permanentAddress,
            @Nullable String fatherName,
            @Nullable String motherName,
            @Nullable String spouseName,
            @Nullable Boolean digitalCitizen)
            implements Sensitive {

        RegisteredPerson registered() {
            return new RegisteredPerson(
                    given(personalNumber),
                    NameFolding.tidy(given(fullName)),
                    Objects.requireNonNull(birthDate),
                    sex == null ? Sex.UNDETERMINED : sex,
                    tidy(nationality),
                    tidy(ethnicity),
                    tidy(birthplace),
                    permanentAddress == null ? null : permanentAddress.address(),
                    tidy(fatherName),
                    tidy(motherName),
                    tidy(spouseName),
                    Boolean.TRUE.equals(digitalCitizen));
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }

        private static String given(@Nullable String text) {
            return Objects.requireNonNull(text);
        }

        private static @Nullable String tidy(@Nullable String text) {
            return text == null || text.isBlank() ? null : NameFolding.tidy(text);
        }
    }

    /// The links of the same entry.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record LinksJson(@Nullable List<RelationWire> relations) implements Sensitive {

        Set<Relative> relatives() {
            return relations == null
                    ? Set.of()
                    : relations.stream()
                            .map(RelationWire::relative)
                            .flatMap(Optional::stream)
                            .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A link to somebody else.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RelationWire(@Nullable String relation, @Nullable String personalNumber) implements Sensitive {

        Optional<Relative> relative() {
            return personalNumber == null || relation == null
                    ? Optional.empty()
                    : Relation.of(relation).map(known -> new Relative(known, personalNumber));
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AddressWire(
            @Nullable String line,
            @Nullable String communeCode,
            @Nullable String provinceCode,
            @Nullable String text) {

        Address address() {
            return new Address(
                    PersonJson.tidy(line), communeCode, provinceCode, text == null ? "" : NameFolding.tidy(text));
        }
    }
}
