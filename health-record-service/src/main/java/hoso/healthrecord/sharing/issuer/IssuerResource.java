package hoso.healthrecord.sharing.issuer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import hoso.chassis.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a verifier asks for once, to verify off line from then on: keys as JWKS (RFC 7517) and as a DID document (W3C
/// DID 1.0, method `web`), and revocation lists (SMART Health Cards, "Revocation").
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IssuerResource {
    /// Long enough to spare the service, short enough for a revocation to be known within the hour.
    private static final String CACHE = "public, max-age=900";

    private final Issuer issuer;

    IssuerResource(Issuer issuer) {
        this.issuer = issuer;
    }

    /// A revocation list.
    ///
    /// @param ctr grows with each revocation
    record RevocationList(String kid, String method, int ctr, List<String> rids) {}

    /// A DID document: who signs, and with which keys.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DidDocument(
            @JsonProperty("@context") List<String> context,
            String id,
            List<Method> verificationMethod,
            List<String> assertionMethod) {
        record Method(String id, String type, String controller, Map<String, Object> publicKeyJwk) {}
    }

    @GET
    @Path("/jwks.json")
    @PermitAll
    public Response keys() {
        var keys = issuer.keys().stream().map(this::published).toList();
        return Response.ok(Map.of("keys", keys)).header("Cache-Control", CACHE).build();
    }

    /// The number of its revocations tells a verifier whether its copy of the list is of today.
    private Map<String, Object> published(Issuer.PublicKey key) {
        var members = new HashMap<>(key.members());
        members.put("crlVersion", issuer.revoked(key.id()).size() + 1);
        return members;
    }

    @GET
    @Path("/crl/{file}")
    @PermitAll
    public Response revocations(@PathParam("file") String file) {
        var key = issuer.keys().stream()
                .filter(one -> file.equals(one.id() + ".json"))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().raise());
        var rids = issuer.revoked(key.id());
        return Response.ok(new RevocationList(key.id(), "rid", rids.size() + 1, rids))
                .header("Cache-Control", CACHE)
                .build();
    }

    @GET
    @Path("/did.json")
    @PermitAll
    public Response did() {
        var did = "did:web:"
                + issuer.address()
                        .replaceFirst("^https?://", "")
                        .replace(":", "%3A")
                        .replace("/", ":");
        var methods = issuer.keys().stream()
                .map(key -> new DidDocument.Method(did + "#" + key.id(), "JsonWebKey2020", did, key.members()))
                .toList();
        var document = new DidDocument(
                List.of("https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"),
                did,
                methods,
                methods.stream().map(DidDocument.Method::id).toList());
        return Response.ok(document).header("Cache-Control", CACHE).build();
    }
}
