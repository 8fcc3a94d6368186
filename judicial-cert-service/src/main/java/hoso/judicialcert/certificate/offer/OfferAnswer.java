package hoso.judicialcert.certificate.offer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.certificate.offer.OfferCredential.Outcome;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is told of an offer: to the holder in the app, and to the wallet.
@Singleton
public class OfferAnswer {
    public static final String GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
    public static final String CONFIGURATION = "judicial-record-certificate-no-1";

    private final Idempotency idempotency;
    private final OfferSecrets secrets;
    private final CredentialConfig config;
    private final ObjectMapper json;

    OfferAnswer(Idempotency idempotency, OfferSecrets secrets, CredentialConfig config, ObjectMapper json) {
        this.idempotency = idempotency;
        this.secrets = secrets;
        this.config = config;
        this.json = json;
    }

    /// What the app shows: the link, as QR code or to be tapped, and apart from it the code to be typed.
    record Shown(UUID offerId, String link, String txCode, Instant expiresAt) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What is kept for a call that is repeated: the secrets follow from the id.
    record Kept(UUID offerId, Instant expiresAt) {}

    /// Makes an offer once for a key.
    Response made(String operation, String caller, @Nullable String key, UUID id, Supplier<Optional<Outcome>> make) {
        var answer = idempotency.once(operation, caller, key, id, () -> switch (make.get()
                .orElseThrow(() -> Problem.notFound().raise())) {
            case Outcome.Offered(var offer) ->
                new Answer(201, null, new Kept(offer.id().value(), offer.expiresAt()));
            case Outcome.NotOffered(var reason) ->
                throw Problem.of(409, "credential-not-offered")
                        .with("reason", reason.name())
                        .raise();
        });
        return Response.fromResponse(answer)
                .entity(shown(kept((String) answer.getEntity())))
                .build();
    }

    /// What a wallet reads (OpenID4VCI 1.0 section 4.1.1).
    Response read(CredentialOffer offer) {
        var txCode = Map.of(
                "input_mode",
                "numeric",
                "length",
                OfferSecrets.TX_CODE_DIGITS,
                "description",
                "Mã gồm 6 chữ số hiển thị trong ứng dụng / The six digits shown in the app");
        return Response.ok(Map.of(
                        "credential_issuer",
                        config.issuer(),
                        "credential_configuration_ids",
                        List.of(CONFIGURATION),
                        "grants",
                        Map.of(GRANT, Map.of("pre-authorized_code", secrets.code(offer.id()), "tx_code", txCode))))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Shown shown(Kept kept) {
        var offer = new OfferId(kept.offerId());
        var address = config.issuer() + "/credential-offers/" + secrets.reference(offer);
        var link =
                "openid-credential-offer://?credential_offer_uri=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
        return new Shown(kept.offerId(), link, secrets.txCode(offer), kept.expiresAt());
    }

    private Kept kept(String stored) {
        try {
            return json.readValue(stored, Kept.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
