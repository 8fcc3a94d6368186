package hoso.identity.citizen;

import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.chassis.vault.BlindIndex;
import hoso.identity.citizen.EnrolmentJson.Enrolled;
import hoso.identity.citizen.EnrolmentJson.Enrolment;
import hoso.identity.register.PopulationRegister;
import hoso.identity.register.ReadPersonalNumber;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The enrolment desks' door.
@Path("/citizens")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class EnrolmentResource {
    private static final Logger LOG = Logger.getLogger(EnrolmentResource.class);

    private final ReadPersonalNumber numbers;
    private final PopulationRegister register;
    private final EnrolCitizen enrolCitizen;
    private final Idempotency idempotency;
    private final BlindIndex blindIndex;
    private final Caller caller;

    EnrolmentResource(
            ReadPersonalNumber numbers,
            PopulationRegister register,
            EnrolCitizen enrolCitizen,
            Idempotency idempotency,
            BlindIndex blindIndex,
            Caller caller) {
        this.numbers = numbers;
        this.register = register;
        this.enrolCitizen = enrolCitizen;
        this.idempotency = idempotency;
        this.blindIndex = blindIndex;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("enrolment")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enrol(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable EnrolmentJson body) {
        if (body == null) {
            throw Problem.of(400, "unreadable-body").with("at", "/").raise();
        }
        if (key == null) {
            throw Problem.of(400, "idempotency-key-missing").raise();
        }
        var enrolment = body.read(numbers);
        // Asked before the transaction begins: a slow register must not hold a connection to the database. Told inside:
        // who repeats an enrolment that went through gets its answer even while the register is down.
        var answer = register.lookUp(enrolment.number());
        return idempotency.once(
                "enrol", caller.clientId(), key, fingerprint(enrolment), () -> enrol(enrolment, answer));
    }

    private Answer enrol(Enrolment enrolment, PopulationRegister.Answer answer) {
        return switch (answer) {
            case PopulationRegister.Answer.Found found -> {
                var person = found.person();
                var enrolled =
                        enrolCitizen.enrol(enrolment.number(), person, enrolment.level(), enrolment.contactPoints());
                var citizen = enrolled.citizen();
                var doubtful = !citizen.snapshot().doubts().isEmpty();
                LOG.infof(
                        "citizen=%s enrolled=%s level=%d manualCheck=%s",
                        citizen.id(),
                        enrolled.isNew() ? "new" : "again",
                        citizen.level().number(),
                        doubtful);
                var shown = new Enrolled(citizen.id(), citizen.level().number(), doubtful);
                yield enrolled.isNew()
                        ? Answer.created(URI.create("/citizens/" + citizen.id()), shown)
                        : Answer.ok(shown);
            }
            case PopulationRegister.Answer.Unknown() ->
                throw Problem.invalid(List.of(FieldError.of("/personalNumber", "personal-number-unregistered")))
                        .raise();
            case PopulationRegister.Answer.Unavailable _ ->
                throw RegisterProblem.unavailable().raise();
        };
    }

    /// The request's fingerprint is stored for a while: it holds keyed marks, from which nothing can be guessed back.
    private Fingerprint fingerprint(Enrolment enrolment) {
        var points = ContactPointsJson.of(enrolment.contactPoints());
        return new Fingerprint(
                blindIndex(enrolment.number().digits()),
                enrolment.level().number(),
                blindIndex(points.email() + "\n" + points.phone()));
    }

    private String blindIndex(String value) {
        return HexFormat.of().formatHex(blindIndex.of(value));
    }

    record Fingerprint(String number, int level, String contactPoints) {}
}
