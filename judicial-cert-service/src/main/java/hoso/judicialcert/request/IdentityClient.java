package hoso.judicialcert.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import hoso.chassis.http.Json;
import hoso.chassis.http.PartnerAway;
import hoso.chassis.personal.Hidden;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.Fold;
import hoso.judicialcert.JudicialCertConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks identity-service who the caller is, with the caller's own token.
@Singleton
class IdentityClient implements Identities {
    private static final String PARTNER = "identity-service";
    private final Json json;
    private final URI me;

    IdentityClient(Json json, JudicialCertConfig config) {
        this.json = json;
        this.me = URI.create(config.identityUrl() + "/citizens/me");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Citizen(
            String personalNumber,
            String fullName,
            LocalDate birthDate,
            Sex sex,
            @Nullable String nationality,
            @Nullable String ethnicity,
            @Nullable String birthplace,
            @Nullable Place permanentAddress,
            @Nullable String fatherName,
            @Nullable String motherName,
            @Nullable String spouseName,
            int accountLevel,
            @Nullable Boolean digitalCitizen)
            implements Hidden {
        @Override
        public String toString() {
            return Hidden.mask(this);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Place(
            @Nullable String line,
            @Nullable String communeCode,
            @Nullable String provinceCode,
            @Nullable String text) implements Hidden {
        @Override
        public String toString() {
            return Hidden.mask(this);
        }
    }

    @Override
    public Applicant whoHas(String bearer) {
        var reply = json.get(PARTNER, me, bearer);
        return switch (reply.status()) {
            case 200 -> applicant(reply.as(Citizen.class));
            case 403 ->
                throw Problem.of(403, "account-level-too-low")
                        .with("required", 2)
                        .raise();
            case 401, 404 -> throw Problem.of(403, "identity-not-known").raise();
            default -> throw new PartnerAway(PARTNER);
        };
    }

    private static Applicant applicant(Citizen citizen) {
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
                Fold.tidy(citizen.fullName()),
                citizen.birthDate(),
                citizen.sex(),
                Objects.requireNonNullElse(citizen.nationality(), ""),
                citizen.ethnicity(),
                citizen.birthplace(),
                address,
                citizen.fatherName(),
                citizen.motherName(),
                citizen.spouseName(),
                citizen.accountLevel(),
                Boolean.TRUE.equals(citizen.digitalCitizen()));
    }
}
