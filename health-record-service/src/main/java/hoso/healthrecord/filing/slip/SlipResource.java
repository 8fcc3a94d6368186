package hoso.healthrecord.filing.slip;

import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.person.ReadPersonalNumber;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a facility asks whether a slip holds that a patient shows, and uses it up.
@Path("/slips")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SlipResource {
    private static final String USE = "use-slip";

    private final CheckSlips slips;
    private final ReadPersonalNumber numbers;
    private final Idempotency idempotency;
    private final Caller caller;

    SlipResource(CheckSlips slips, ReadPersonalNumber numbers, Idempotency idempotency, Caller caller) {
        this.slips = slips;
        this.numbers = numbers;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /// A slip as it is shown at the counter.
    record SlipRequest(
            @Nullable String kind,
            @Nullable String number,
            @Nullable String issuedBy,
            @Nullable String personalNumber) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @POST
    @Path("/checks")
    @RolesAllowed("facility")
    public SlipAnswer check(@Nullable SlipRequest request) {
        var _ = caller.requireOrganisation();
        return slips.check(wanted(request))
                .map(SlipAnswer::of)
                .orElseThrow(() -> SlipProblem.unknown().raise());
    }

    @POST
    @Path("/uses")
    @RolesAllowed("facility")
    public Response use(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable SlipRequest request) {
        var facility = caller.requireOrganisation();
        var wanted = wanted(request);
        var asked = Map.of(
                "kind", wanted.kind().name(),
                "number", wanted.number(),
                "issuedBy", wanted.facility());
        return idempotency.once(USE, caller.name(), key, asked, () -> switch (slips.use(wanted, facility)) {
            case CheckSlips.Using.Done(var checked) -> Answer.ok(SlipAnswer.of(checked));
            case CheckSlips.Using.Not(var checked) ->
                throw SlipProblem.notValid(SlipAnswer.of(checked)).raise();
            case CheckSlips.Using.ForAnother() -> throw SlipProblem.forAnother().raise();
            case CheckSlips.Using.Unknown() -> throw SlipProblem.unknown().raise();
        });
    }

    private CheckSlips.Wanted wanted(@Nullable SlipRequest request) {
        var errors = new ArrayList<FieldError>();
        var kind = Stream.of(SlipKind.values())
                .filter(one -> request != null && one.name().equals(request.kind()))
                .findFirst();
        if (kind.isEmpty()) {
            errors.add(FieldError.of("kind", "unknown-code"));
        }
        var number = text(request == null ? null : request.number(), "number", errors);
        var issuedBy = text(request == null ? null : request.issuedBy(), "issuedBy", errors);
        @Nullable PersonalNumber patient = request == null ? null : numbers.read(request.personalNumber());
        if (patient == null) {
            errors.add(FieldError.of("personalNumber", "missing"));
        }
        if (kind.isEmpty() || patient == null || !errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        return new CheckSlips.Wanted(kind.get(), issuedBy, number, patient);
    }

    private static String text(@Nullable String text, String field, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            errors.add(FieldError.of(field, "missing"));
            return "";
        }
        return text.strip();
    }
}
