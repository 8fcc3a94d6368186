package hoso.healthrecord.sharing.opening;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.NameFolding;
import hoso.healthrecord.sharing.link.Links;
import hoso.healthrecord.sharing.link.Passcodes;
import hoso.healthrecord.sharing.link.Share;
import hoso.healthrecord.sharing.link.Share.Typed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where a link is opened (HL7 SMART Health Cards and Links 1.0.0). Who asks has its address and needs no account; what
/// is given out is of no use without the key, which is in the link and never comes here.
@Path("/shares/{address}")
@RunOnVirtualThread
class ManifestResource {
    private static final Logger LOG = Logger.getLogger(ManifestResource.class);
    private static final int MAX_TEXT = 255;

    /// Long enough for a program to fetch all files, too short to be passed on; an hour is the most allowed.
    private static final Duration TICKET = Duration.ofMinutes(10);

    /// An answer holds no more embedded files than this together, whatever the client would take.
    private static final int MOST_EMBEDDED = 4 << 20;

    /// How soon a client asks again for a link whose content may change.
    private static final String POLLING = "300";

    private final OpenShare open;
    private final Passcodes passcodes;
    private final Tickets tickets;
    private final Links links;
    private final Clock clock;

    ManifestResource(OpenShare open, Passcodes passcodes, Tickets tickets, Links links, Clock clock) {
        this.open = open;
        this.passcodes = passcodes;
        this.tickets = tickets;
        this.links = links;
        this.clock = clock;
    }

    /// A request for the manifest.
    ///
    /// @param recipient who opens it, as the owner reads it in the journal
    /// @param embeddedLengthMax no file is embedded that is longer
    record ManifestRequest(
            @Nullable String recipient,
            @Nullable String passcode,
            @Nullable Integer embeddedLengthMax) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response manifest(@PathParam("address") String address, ManifestRequest body) {
        var recipient = recipient(body.recipient(), "/recipient");
        var passcode = passcodes.check(address, body.passcode());
        return switch (open.open(address, passcode, recipient, false)) {
            case OpenShare.Outcome.Opened(var share, var files) -> manifest(share, files, body.embeddedLengthMax());
            case OpenShare.Outcome.PasscodeRefused(var left) ->
                throw Problem.of(401, "share-passcode-wrong")
                        .with("remainingAttempts", left)
                        .header("WWW-Authenticate", "Passcode")
                        .raise();
            case OpenShare.Outcome.Gone() -> throw Problem.notFound().raise();
        };
    }

    /// The one file of a link with the flag `U`.
    @GET
    @Produces({"application/jose", MediaType.APPLICATION_JSON})
    @PermitAll
    public Response direct(@PathParam("address") String address, @QueryParam("recipient") @Nullable String recipient) {
        return switch (open.open(address, Typed.NOTHING, recipient(recipient, "recipient"), true)) {
            case OpenShare.Outcome.Opened(var share, var files) -> {
                LOG.infof("share=%s opened", share.id());
                yield ShareFileResource.answer(files.getFirst().file());
            }
            case OpenShare.Outcome.PasscodeRefused _, OpenShare.Outcome.Gone _ ->
                throw Problem.notFound().raise();
        };
    }

    private Response manifest(Share share, List<OpenShare.Shown> files, @Nullable Integer embeddedLengthMax) {
        LOG.infof("share=%s opened", share.id());
        var until = clock.instant().plus(TICKET).truncatedTo(ChronoUnit.SECONDS);
        var most = embeddedLengthMax == null ? MOST_EMBEDDED : Math.min(MOST_EMBEDDED, embeddedLengthMax);
        var room = new int[] {MOST_EMBEDDED};
        var entries = files.stream()
                .map(one -> {
                    var length = one.file().jwe().length();
                    var isEmbedded = length <= most && length <= room[0];
                    room[0] -= isEmbedded ? length : 0;
                    var ticket = new Tickets.Ticket(share.id(), one.file().number(), until);
                    return new ManifestJson.Entry(
                            one.file().mediaType(),
                            isEmbedded ? null : links.fileUrl(tickets.write(ticket)),
                            isEmbedded ? one.file().jwe() : null,
                            one.file().madeAt(),
                            one.status().code(),
                            "4.0.1");
                })
                .toList();
        var answer = Response.ok(new ManifestJson(entries)).header("Cache-Control", "no-store");
        if (share.flags().longTerm()) {
            answer.header("Retry-After", POLLING);
        }
        return answer.build();
    }

    private static String recipient(@Nullable String text, String pointer) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(List.of(FieldError.of(pointer, "required"))).raise();
        }
        if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid(List.of(FieldError.of(pointer, "too-long"))).raise();
        }
        return NameFolding.tidy(text);
    }
}
