package hoso.judicialcert.agency;

import hoso.chassis.caller.Caller;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.Identity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where another agency asks about a person, with number, name and birth date in the body and never in an address.
@Path("/agency/record-queries")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RecordQueryResource {
    private static final Logger LOG = Logger.getLogger(RecordQueryResource.class);
    private final Caller caller;
    private final QueryRecord query;
    private final Identity identity;
    private final Clock clock;

    RecordQueryResource(Caller caller, QueryRecord query, Identity identity, Clock clock) {
        this.caller = caller;
        this.query = query;
        this.identity = identity;
        this.clock = clock;
    }

    /// About whom, and on what ground.
    ///
    /// @param view null for NO_1
    record Asked(
            @Nullable String personalNumber,
            @Nullable String fullName,
            @Nullable LocalDate birthDate,
            @Nullable CertificateKind view,
            @Nullable String procedure,
            @Nullable String legalBasis,
            @Nullable String purpose,
            @Nullable String officer)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @POST
    @RolesAllowed("agency")
    public Response query(Asked asked) {
        var errors = new ArrayList<FieldError>();
        var today = Law.dayOf(clock.instant());
        var about = NamedPersonBody.read(asked.personalNumber(), asked.fullName(), asked.birthDate(), today, errors);
        var grounds = new GroundsBody(asked.procedure(), asked.legalBasis(), asked.purpose(), asked.officer())
                .grounds(caller, errors);
        var view = Objects.requireNonNullElse(asked.view(), CertificateKind.NO_1);
        var person = about.orElseThrow();
        // Asked outside the transaction: a slow answer must not keep a connection.
        var isSomebody =
                query.mayAsk(grounds, view) && identity.identify(person).isPresent();
        var answer = switch (query.query(grounds, person, isSomebody, view)) {
            case QueryRecord.Outcome.Clean(var rule, var at) -> RecordAnswer.without("CLEAN", view, at, rule);
            case QueryRecord.Outcome.Referred(var rule, var at) -> RecordAnswer.without("REFERRED", view, at, rule);
            case QueryRecord.Outcome.OnRecord(var rule, var at, var extract) ->
                RecordAnswer.of(extract, view, at, rule);
            case QueryRecord.Outcome.Refused(var refusal) -> {
                LOG.infof(
                        "query refused organisation=%s why=%s",
                        grounds.organisation(), refusal.getClass().getSimpleName());
                throw AgencyProblem.of(refusal, clock.instant()).raise();
            }
        };
        return Response.ok(answer).header("Cache-Control", "no-store").build();
    }
}
