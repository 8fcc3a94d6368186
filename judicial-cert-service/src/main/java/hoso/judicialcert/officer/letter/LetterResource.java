package hoso.judicialcert.officer.letter;

import hoso.chassis.caller.Caller;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.LetterKind;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// What the agency wrote to a citizen about a dossier.
@Path("/certificate-requests/{id}/letters/{kind}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("citizen")
@RunOnVirtualThread
class LetterResource {
    private final Caller caller;
    private final WriteLetter write;

    LetterResource(Caller caller, WriteLetter write) {
        this.caller = caller;
        this.write = write;
    }

    @GET
    public Response read(@PathParam("id") UUID id, @PathParam("kind") String kind) {
        caller.requireLevel2();
        return answer(kind(kind)
                .flatMap(known ->
                        write.write(new RequestId(id), new CitizenId(caller.personId()), known, caller.language())));
    }

    /// The kind of that name; there is no other letter.
    static Optional<LetterKind> kind(String name) {
        return Arrays.stream(LetterKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    static Response answer(Optional<Letter> letter) {
        return Response.ok(letter.orElseThrow(() -> Problem.notFound().raise()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
