package hoso.judicialcert.officer.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.person.OfficerId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The queue of recalls that wait for a second officer of the agency, who recalls with the same reason at
/// `/officer/certificates/{id}/revocation`.
@Path("/officer/certificates/recall-proposals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class RecallProposalResource {
    private final Caller caller;
    private final ReadRecallProposals proposals;

    RecallProposalResource(Caller caller, ReadRecallProposals proposals) {
        this.caller = caller;
        this.proposals = proposals;
    }

    /// A recall that waits, without anything about the holder.
    ///
    /// @param reason a code of `revocations.csv`
    /// @param text why in full, in the words of the officer who found it right
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Proposal(
            UUID certificateId,
            UUID requestId,
            String dossierCode,
            String number,
            CertificateKind kind,
            Instant issuedAt,
            Instant proposedAt,
            UUID proposedBy,
            @Nullable String reason,
            @Nullable String text)
            implements Sensitive {
        static Proposal of(ReadRecallProposals.Proposed proposed) {
            var certificate = proposed.certificate();
            var deed = proposed.deed();
            var content = deed.content();
            return new Proposal(
                    certificate.id().value(),
                    certificate.request().value(),
                    proposed.request().dossierCode().value(),
                    certificate.number(),
                    certificate.kind(),
                    certificate.issuedAt(),
                    deed.at(),
                    deed.officer().value(),
                    content == null ? null : content.code(),
                    content == null ? null : content.text());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Oldest first.
    @GET
    public Page<Proposal> waiting(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        caller.requireStepUp();
        var officer = new Officer(new OfficerId(caller.personId()), caller.requireOrganisation());
        return proposals.page(officer, Cursor.parse(after), Page.limit(limit)).map(Proposal::of);
    }
}
