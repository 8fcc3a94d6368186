package hoso.judicialcert.certificate.log;

import hoso.chassis.problem.Problem;
import hoso.judicialcert.certificate.log.LogAudit.Fault;
import hoso.judicialcert.proof.statement.MerkleTree;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// The log for everybody: nothing in it is personal, and a proof is told only to who knows the digest of a document.
@Path("/issuance-log")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IssuanceLogResource {
    private static final Logger LOG = Logger.getLogger(IssuanceLogResource.class);
    private final LogRows log;
    private final IssuanceLog entries;
    private final AuditLog audit;

    IssuanceLogResource(LogRows log, IssuanceLog entries, AuditLog audit) {
        this.entries = entries;
        this.log = log;
        this.audit = audit;
    }

    /// A checkpoint; hashes in hexadecimal.
    record Signed(long size, String root, Instant at, String statement) {
        static Signed of(Checkpoint checkpoint) {
            return new Signed(checkpoint.size(), hex(checkpoint.root()), checkpoint.at(), checkpoint.statement());
        }
    }

    /// An entry, and the text that its hash is made of.
    record Entry(long sequence, UUID certificateId, Act act, String digest, Instant at, String previous, String text) {
        static Entry of(LogEntry entry) {
            return new Entry(
                    entry.sequence(),
                    entry.certificate(),
                    entry.act(),
                    entry.digest(),
                    entry.at(),
                    hex(entry.previous()),
                    entry.text());
        }
    }

    /// That an entry is in the log of a checkpoint.
    record Inclusion(Entry entry, Signed checkpoint, List<String> path) {}

    /// That the log of one checkpoint begins with that of another.
    record Consistency(Signed older, Signed newer, List<String> path) {}

    /// What an audit found.
    record Audit(boolean sound, long entries, int checkpoints, List<Fault> faults, List<UUID> unentered) {}

    @GET
    @Path("/checkpoint")
    @PermitAll
    public Signed checkpoint() {
        return Signed.of(log.latest().orElseThrow(() -> Problem.notFound().raise()));
    }

    @GET
    @Path("/proofs/{digest}")
    @PermitAll
    public Inclusion proof(@PathParam("digest") String digest) {
        return switch (entries.find(digest)) {
            case Entered.Never _ -> throw Problem.notFound().raise();
            case Entered.Lately _ ->
                throw Problem.of(503, "unavailable").header("Retry-After", "5").raise();
            case Entered.Proven(var proof) ->
                new Inclusion(
                        Entry.of(proof.entry()),
                        Signed.of(proof.checkpoint()),
                        proof.path().stream().map(IssuanceLogResource::hex).toList());
        };
    }

    @GET
    @Path("/consistency/{size}")
    @PermitAll
    public Consistency consistency(@PathParam("size") long size) {
        var older = log.ofSize(size).orElseThrow(() -> Problem.notFound().raise());
        var newer = log.latest().orElseThrow(() -> Problem.notFound().raise());
        var path = log.hashes(MerkleTree.consistency(older.size(), newer.size()));
        return new Consistency(
                Signed.of(older),
                Signed.of(newer),
                path.stream().map(IssuanceLogResource::hex).toList());
    }

    @POST
    @Path("/audits")
    @RolesAllowed("auditor")
    public Audit audit() {
        var finding = audit.audit();
        if (!finding.isSound()) {
            LOG.errorf(
                    "issuance-log unsound faults=%d unentered=%d",
                    finding.faults().size(), finding.unentered().size());
        }
        return new Audit(
                finding.isSound(), finding.entries(), finding.checkpoints(), finding.faults(), finding.unentered());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
