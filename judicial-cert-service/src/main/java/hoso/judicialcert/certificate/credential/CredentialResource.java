package hoso.judicialcert.certificate.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import hoso.judicialcert.certificate.offer.CredentialConfig;
import hoso.judicialcert.certificate.offer.OfferAnswer;
import hoso.judicialcert.certificate.offer.RedeemOffer;
import hoso.judicialcert.certificate.offer.Tokens;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Where wallets ask for copies (OpenID4VCI 1.0): token, nonce, credential, deferred credential and notification
/// endpoint. Who has the tokens is let in; they are our own, and no other service knows them.
@Path("/credential")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CredentialResource {
    private static final Set<String> EVENTS = Set.of("credential_accepted", "credential_failure", "credential_deleted");
    private final RedeemOffer redeem;
    private final HandOutCredential handOut;
    private final Nonces nonces;
    private final KeyProofReader proofs;
    private final ObjectMapper json;
    private final CredentialConfig config;

    CredentialResource(
            RedeemOffer redeem,
            HandOutCredential handOut,
            Nonces nonces,
            KeyProofReader proofs,
            ObjectMapper json,
            CredentialConfig config) {
        this.redeem = redeem;
        this.handOut = handOut;
        this.nonces = nonces;
        this.proofs = proofs;
        this.json = json;
        this.config = config;
    }

    @POST
    @Path("/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Response token(String body) {
        return TokenFormReader.read(body)
                .map(this::token)
                .orElseGet(() -> WalletAnswer.error("invalid_request", "a parameter is repeated, or is none"));
    }

    private Response token(TokenFormReader form) {
        return switch (form.get("grant_type").orElse("")) {
            case OfferAnswer.GRANT ->
                form.get("pre-authorized_code")
                        .flatMap(code -> form.get("tx_code").map(digits -> granted(redeem.redeem(code, digits))))
                        .orElseGet(() ->
                                WalletAnswer.error("invalid_request", "pre-authorized_code and tx_code are needed"));
            case "refresh_token" ->
                form.get("refresh_token")
                        .map(refresh -> granted(redeem.refresh(refresh)))
                        .orElseGet(() -> WalletAnswer.error("invalid_request", "refresh_token is needed"));
            case "" -> WalletAnswer.error("invalid_request", "grant_type is needed");
            default -> WalletAnswer.error("unsupported_grant_type", "pre-authorized code or refresh token");
        };
    }

    @POST
    @Path("/nonce")
    @PermitAll
    public Response nonce() {
        return WalletAnswer.ok(200, Map.of("c_nonce", nonces.fresh()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response credential(@HeaderParam("Authorization") @Nullable String authorization, String body) {
        var asked = object(body);
        if (asked.has("credential_response_encryption")) {
            return WalletAnswer.error("invalid_encryption_parameters", "answers are protected by TLS");
        }
        // No authorization_details are given with a token, so that a credential has no other name here.
        if (asked.has("credential_identifier")) {
            return WalletAnswer.error("unknown_credential_identifier", "use credential_configuration_id");
        }
        if (!asked.path("credential_configuration_id").isTextual()) {
            return WalletAnswer.error("invalid_credential_request", "credential_configuration_id is needed");
        }
        return WalletAnswer.of(
                handOut.handOut(
                        WalletAnswer.bearer(authorization),
                        asked.path("credential_configuration_id").textValue(),
                        proofs(asked.path("proofs"))),
                config.interval().toSeconds());
    }

    @POST
    @Path("/deferred")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response deferred(@HeaderParam("Authorization") @Nullable String authorization, String body) {
        var transaction = object(body).path("transaction_id");
        if (!transaction.isTextual()) {
            return WalletAnswer.error("invalid_credential_request", "transaction_id is needed");
        }
        return WalletAnswer.of(
                handOut.deferred(WalletAnswer.bearer(authorization), transaction.textValue()),
                config.interval().toSeconds());
    }

    @POST
    @Path("/notification")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response notification(@HeaderParam("Authorization") @Nullable String authorization, String body) {
        var notification = object(body);
        var id = notification.path("notification_id");
        var event = notification.path("event").asText();
        if (!id.isTextual() || !EVENTS.contains(event)) {
            return WalletAnswer.error("invalid_notification_request", "notification_id and a known event are needed");
        }
        return handOut.note(WalletAnswer.bearer(authorization), id.textValue(), event)
                .map(known -> known
                        ? Response.noContent().build()
                        : WalletAnswer.error("invalid_notification_id", "unknown, or of another offer"))
                .orElseGet(WalletAnswer::unauthorized);
    }

    private Response granted(Optional<Tokens> tokens) {
        return tokens.map(granted -> WalletAnswer.of(granted, config.access().toSeconds()))
                .orElseGet(() -> WalletAnswer.error("invalid_grant", "wrong, used or too old"));
    }

    /// Exactly one kind of proof, `jwt`; anything else counts as none.
    private List<Optional<KeyProof>> proofs(JsonNode sent) {
        if (sent.size() != 1 || !sent.path("jwt").isArray()) {
            return List.of();
        }
        return StreamSupport.stream(sent.path("jwt").spliterator(), false)
                .limit(config.batch() + 1L)
                .map(jwt -> jwt.isTextual() ? proofs.read(jwt.textValue()) : Optional.<KeyProof>empty())
                .toList();
    }

    /// What is no JSON object has none of the members that are needed.
    private JsonNode object(String body) {
        try {
            var node = json.readTree(body);
            return node != null && node.isObject() ? node : MissingNode.getInstance();
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
