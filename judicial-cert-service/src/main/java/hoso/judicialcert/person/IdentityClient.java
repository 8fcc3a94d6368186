package hoso.judicialcert.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import hoso.chassis.http.Json;
import hoso.chassis.http.PartnerAway;
import hoso.chassis.http.ServiceToken;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.Problem;
import hoso.chassis.problem.ProblemException;
import hoso.chassis.text.NameFolding;
import hoso.judicialcert.JudicialCertConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks identity-service: about the caller and their dependants with the caller's own token, about whom an organisation
/// names with ours.
@Singleton
class IdentityClient implements Identity {
    private static final String PARTNER = "identity-service";
    private final Json json;
    private final ServiceToken token;
    private final URI me;
    private final URI dependants;
    private final URI identification;

    IdentityClient(Json json, ServiceToken token, JudicialCertConfig config) {
        this.json = json;
        this.token = token;
        this.me = URI.create(config.identityUrl() + "/citizens/me");
        this.dependants = URI.create(config.identityUrl() + "/citizens/me/dependants/identification");
        this.identification = URI.create(config.identityUrl() + "/citizens/identification");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Citizen(
            UUID citizenId,
            String personalNumber,
            String fullName,
            LocalDate birthDate,
            Sex sex,
            @Nullable String nationality,
            @Nullable String ethnicity,
            @Nullable String birthplace,
            @Nullable RegisteredAddress permanentAddress,
            @Nullable String fatherName,
            @Nullable String motherName,
            @Nullable String spouseName)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// How well the person is known; it stands beside the members of [Citizen].
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Account(int accountLevel, @Nullable Boolean digitalCitizen) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RegisteredAddress(
            @Nullable String line,
            @Nullable String communeCode,
            @Nullable String provinceCode,
            @Nullable String text) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A person as an organisation names them.
    record Named(@Nullable String personalNumber, String fullName, LocalDate birthDate) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @Override
    public Vouched whoHas(String bearer) {
        var reply = json.get(PARTNER, me, bearer);
        return switch (reply.status()) {
            case 200 -> vouched(reply);
            case 403 ->
                throw Problem.of(403, "account-level-too-low")
                        .with("required", 2)
                        .raise();
            case 401, 404 -> throw Problem.of(403, "identity-not-known").raise();
            default -> throw new PartnerAway(PARTNER);
        };
    }

    @Override
    public Optional<Vouched> dependant(String bearer, Dependant dependant) {
        return found(json.post(PARTNER, dependants, bearer, Map.of(), dependant));
    }

    @Override
    public Optional<Vouched> identify(Person person) {
        return found(json.post(
                PARTNER,
                identification,
                token.get(),
                Map.of(),
                new Named(person.personalNumber(), person.fullName(), person.birthDate())));
    }

    private static Optional<Vouched> found(Json.Reply reply) {
        return switch (reply.status()) {
            case 200 -> Optional.of(vouched(reply));
            case 404 -> Optional.empty();
            case 401, 403, 429 -> throw refused(reply);
            default -> throw new PartnerAway(PARTNER);
        };
    }

    /// What identity-service refuses the citizen, we refuse too, for the same reason.
    private static ProblemException refused(Json.Reply reply) {
        return switch (reply.status()) {
            case 429 -> {
                var after = reply.header("Retry-After");
                var seconds = after != null && after.matches("[0-9]{1,6}") ? after : "60";
                yield Problem.of(429, "too-many-attempts")
                        .with("seconds", Integer.parseInt(seconds))
                        .header("Retry-After", seconds)
                        .raise();
            }
            default -> Problem.of(403, "identity-not-known").raise();
        };
    }

    private static Vouched vouched(Json.Reply reply) {
        var citizen = reply.as(Citizen.class);
        return new Vouched(new CitizenId(citizen.citizenId()), applicant(citizen, reply.as(Account.class)));
    }

    private static Applicant applicant(Citizen citizen, Account account) {
        var place = citizen.permanentAddress();
        var address = place == null
                ? null
                : new Address(
                        Objects.requireNonNullElse(place.line(), ""),
                        Objects.requireNonNullElse(place.communeCode(), ""),
                        Objects.requireNonNullElse(place.provinceCode(), ""),
                        Objects.requireNonNullElse(place.text(), ""));
        return new Applicant(
                citizen.personalNumber(),
                NameFolding.tidy(citizen.fullName()),
                citizen.birthDate(),
                citizen.sex(),
                Objects.requireNonNullElse(citizen.nationality(), ""),
                citizen.ethnicity(),
                citizen.birthplace(),
                address,
                citizen.fatherName(),
                citizen.motherName(),
                citizen.spouseName(),
                account.accountLevel(),
                Boolean.TRUE.equals(account.digitalCitizen()));
    }
}
