package hoso.healthrecord.sharing.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.PathId;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.access.restriction.SensitiveCategory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Emergency cards of the citizen who calls. Somebody else's answers like one that does not exist.
@Path("/records/me/emergency-cards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CardResource {
    private static final Logger LOG = Logger.getLogger(CardResource.class);
    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    private final Caller caller;
    private final Idempotency idempotency;
    private final IssueCard cards;

    CardResource(Caller caller, Idempotency idempotency, IssueCard cards) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.cards = cards;
    }

    /// A card as its owner asks for it.
    ///
    /// @param sensitive sensitive categories that stand on it all the same
    record CardBody(@Nullable Set<SensitiveCategory> sensitive) {}

    /// A card as its owner sees it.
    ///
    /// @param qr what stands in the QR code
    /// @param verifiableCredential the same as a file of media type `application/smart-health-card`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CardAnswer(
            UUID cardId,
            OffsetDateTime issuedAt,
            OffsetDateTime until,
            @Nullable OffsetDateTime revokedAt,
            @Nullable String qr,
            @Nullable List<String> verifiableCredential)
            implements Sensitive {
        static CardAnswer of(Card card, boolean whole) {
            var revokedAt = card.revokedAt();
            return new CardAnswer(
                    card.id(),
                    card.issuedAt().atOffset(LOCAL),
                    card.until().atOffset(LOCAL),
                    revokedAt == null ? null : revokedAt.atOffset(LOCAL),
                    whole ? card.qr() : null,
                    whole ? List.of(card.jws()) : null);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// All cards, without their content.
    record Cards(List<CardAnswer> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("citizen")
    public Response issue(@HeaderParam("Idempotency-Key") @Nullable String key, CardBody body) {
        caller.requireStepUp();
        var owner = caller.personId();
        var sensitive = body.sensitive() == null ? Set.<SensitiveCategory>of() : body.sensitive();
        var kept = idempotency.once("issue-emergency-card", caller.name(), key, body, () -> {
            var card = cards.issue(owner, sensitive)
                    .orElseThrow(() -> Problem.of(409, "nothing-to-share").raise());
            LOG.infof("card=%s issued", card.id());
            return new Answer(201, URI.create("/records/me/emergency-cards/" + card.id()), null);
        });
        var location = kept.getHeaderString("Location");
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        return Response.fromResponse(kept)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(found(id))
                .build();
    }

    @GET
    @RolesAllowed("citizen")
    public Response list() {
        caller.requireLevel2();
        var all = cards.all(caller.personId()).stream()
                .map(card -> CardAnswer.of(card, false))
                .toList();
        return Response.ok(new Cards(all)).header("Cache-Control", "no-store").build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("citizen")
    public Response one(@PathParam("id") String id) {
        caller.requireStepUp();
        return Response.ok(found(PathId.read(id)))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/{id}/revocation")
    @RolesAllowed("citizen")
    public Response revoke(@PathParam("id") String id) {
        caller.requireLevel2();
        var revoked = cards.revoke(caller.personId(), PathId.read(id))
                .orElseThrow(() -> Problem.notFound().raise());
        LOG.infof("card=%s revoked", revoked.id());
        return Response.ok(CardAnswer.of(revoked, false))
                .header("Cache-Control", "no-store")
                .build();
    }

    private CardAnswer found(UUID id) {
        return CardAnswer.of(
                cards.one(caller.personId(), id)
                        .orElseThrow(() -> Problem.notFound().raise()),
                true);
    }
}
