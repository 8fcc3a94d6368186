package hoso.healthrecord.integration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import hoso.chassis.http.Json;
import hoso.chassis.http.PartnerAway;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.BirthDate;
import hoso.healthrecord.person.ReadPersonalNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks identity-service who the caller is, with the caller's own token: this service has no right to ask about others.
@ApplicationScoped
public class IdentityClient {
    private static final String PARTNER = "identity-service";
    private final Json http;
    private final URI url;
    private final ReadPersonalNumber numbers;

    IdentityClient(Json http, IdentityConfig config, ReadPersonalNumber numbers) {
        this.http = http;
        this.url = config.url();
        this.numbers = numbers;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Citizen(
            @Nullable UUID citizenId,
            @Nullable String personalNumber,
            @Nullable String fullName,
            @Nullable String birthDate)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Empty when identity-service does not know the caller, or not at level 2.
    public Optional<Vouched> vouch(UUID citizenId, String bearer) {
        var reply = http.get(PARTNER, url.resolve("/citizens/me"), bearer);
        return switch (reply.status()) {
            case 200 -> vouched(citizenId, reply.as(Citizen.class));
            case 401, 403, 404 -> Optional.empty();
            default -> throw new PartnerAway(PARTNER);
        };
    }

    /// A child or ward of the caller, as the register says now; empty when it knows nobody so, or not as the caller's,
    /// or when the caller named too many in vain.
    ///
    /// @param relation `CHILD` or `WARD`
    public Optional<Vouched> dependant(String relation, String number, String name, String birthDate, String bearer) {
        var body = Map.of("relation", relation, "personalNumber", number, "fullName", name, "birthDate", birthDate);
        var reply = http.post(PARTNER, url.resolve("/citizens/me/dependants/identification"), bearer, Map.of(), body);
        return switch (reply.status()) {
            case 200 -> {
                var person = reply.as(Citizen.class);
                yield person.citizenId() == null ? Optional.empty() : vouched(person.citizenId(), person);
            }
            case 400, 401, 403, 404, 422, 429 -> Optional.empty();
            default -> throw new PartnerAway(PARTNER);
        };
    }

    private Optional<Vouched> vouched(UUID citizenId, Citizen citizen) {
        var number = numbers.read(citizen.personalNumber());
        var name = citizen.fullName();
        var birthDate = citizen.birthDate();
        if (!citizenId.equals(citizen.citizenId()) || number == null || name == null || birthDate == null) {
            return Optional.empty();
        }
        return BirthDate.ofIso(birthDate).map(date -> new Vouched(number, name, date));
    }
}
