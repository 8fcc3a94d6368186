package hoso.judicialcert.request.step;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.vault.SealedJson;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.fee.PaymentReference;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.Deadline;
import hoso.judicialcert.law.DeadlineKind;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.Application;
import hoso.judicialcert.request.lifecycle.Basis;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.DossierCode;
import hoso.judicialcert.request.lifecycle.Requester;
import hoso.judicialcert.request.lifecycle.Status;
import hoso.judicialcert.request.lifecycle.Status.Accepted;
import hoso.judicialcert.request.lifecycle.Status.Approval;
import hoso.judicialcert.request.lifecycle.Status.Checking;
import hoso.judicialcert.request.lifecycle.Status.Declined;
import hoso.judicialcert.request.lifecycle.Status.Delivered;
import hoso.judicialcert.request.lifecycle.Status.FeeDue;
import hoso.judicialcert.request.lifecycle.Status.Issued;
import hoso.judicialcert.request.lifecycle.Status.Referred;
import hoso.judicialcert.request.lifecycle.Status.Revoked;
import hoso.judicialcert.request.lifecycle.Status.Signing;
import hoso.judicialcert.request.lifecycle.Status.Stopped;
import hoso.judicialcert.request.lifecycle.Status.Superseded;
import hoso.judicialcert.request.lifecycle.Status.SupplementRequested;
import hoso.judicialcert.request.lifecycle.Status.WaiverReview;
import hoso.judicialcert.request.lifecycle.Status.Withdrawn;
import hoso.judicialcert.request.lifecycle.Terms;
import hoso.judicialcert.request.lifecycle.WaiverDecision;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What of a request stands in the columns of its row, and what is sealed in it with the key of the person it is about.
final class CertificateRequestRowJson {
    private final SealedJson sealed;
    private final Law law;
    private final Clock clock;

    CertificateRequestRowJson(SealedJson sealed, Law law, Clock clock) {
        this.sealed = sealed;
        this.law = law;
        this.clock = clock;
    }

    /// @param requester who asks for another, by name
    record Papers(
            Applicant applicant,
            Application application,
            @Nullable String requester,
            @Nullable UUID amendedBy) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    CertificateRequestRow first(CertificateRequest request) {
        var row = new CertificateRequestRow();
        row.id = request.id().value();
        row.subject = request.subject().value();
        row.dossierCode = request.dossierCode().value();
        row.kind = request.application().kind().name();
        row.channel = request.application().channel().name();
        row.procedure = request.terms().procedure();
        row.procedureRule = request.terms().procedureRule();
        row.agency = request.terms().agency();
        row.agencyRule = request.terms().agencyRule();
        row.requester = Optional.ofNullable(request.requester().citizen())
                .map(CitizenId::value)
                .orElse(null);
        row.capacity = request.requester().capacity().name();
        row.organisation = request.requester().organisation();
        row.corrects = Optional.ofNullable(request.application().corrects())
                .map(CertificateId::value)
                .orElse(null);
        row.paymentReference = request.terms().paymentReference().value();
        row.receivedAt = request.receivedAt();
        row.papers = papers(request);
        write(request, row);
        return row;
    }

    /// Writes what became of a request into its row.
    void update(CertificateRequest request, CertificateRequestRow row) {
        if (request.amendedBy() != null) {
            row.papers = papers(request);
        }
        write(request, row);
    }

    private byte[] papers(CertificateRequest request) {
        var amendedBy = request.amendedBy();
        return sealed.seal(
                request.subject().value(),
                new Papers(
                        request.applicant(),
                        request.application(),
                        request.requester().name(),
                        amendedBy == null ? null : amendedBy.value()));
    }

    private void write(CertificateRequest request, CertificateRequestRow row) {
        var status = request.status();
        row.status = status.name();
        row.since = status.since();
        row.told = request.sequence();
        row.touchedAt = clock.instant();
        row.notBefore = null;
        row.certificateId =
                status.certificateIfIssued().map(CertificateId::value).orElse(null);
        row.feeAmount = request.terms().fee().amount();
        row.feeCategory = request.terms().fee().category().name();
        row.feeRule = request.terms().fee().rule();
        row.dueLimit = request.terms().limit().name();
        row.dueFrom = request.terms().from();
        row.dueAt = request.terms().due().at();
        row.dueRule = request.terms().due().rule();
        row.limitAt = limit(request);
        row.stepDueAt =
                law.stepDue(status.name(), status.since()).map(Deadline::at).orElse(null);
        if (request.waiver() != null) {
            row.waiver = sealed.seal(request.subject().value(), request.waiver());
        }
        var outcome = OutcomeJson.of(status);
        // What an officer decided stays with the case after the certificate is issued.
        if (!outcome.equals(OutcomeJson.NOTHING)) {
            row.outcome = sealed.seal(request.subject().value(), outcome);
        }
    }

    private @Nullable Instant limit(CertificateRequest request) {
        return switch (request.status()) {
            case FeeDue(var since) ->
                law.due(since, DeadlineKind.FEE, Law.dayOf(request.receivedAt()))
                        .at();
            case SupplementRequested(var _, var _, var _, var _, var until) -> until;
            case WaiverReview _, Checking _, Accepted _, Referred _, Approval _, Signing _ ->
                request.terms().due().at();
            case Issued _, Delivered _, Superseded _, Revoked _, Declined _, Withdrawn _, Stopped _ -> null;
        };
    }

    CertificateRequest read(CertificateRequestRow row) {
        var subject = new CitizenId(row.subject);
        var papers = sealed.open(subject.value(), row.papers, Papers.class);
        var fee = new Fee(row.feeAmount, FeeCategory.valueOf(row.feeCategory), row.feeRule);
        var terms = new Terms(
                row.procedure,
                row.procedureRule,
                row.agency,
                row.agencyRule,
                fee,
                new PaymentReference(row.paymentReference),
                DeadlineKind.valueOf(row.dueLimit),
                row.dueFrom,
                new Deadline(row.dueAt, row.dueRule));
        return new CertificateRequest(
                new RequestId(row.id),
                subject,
                new Requester(
                        row.requester == null ? null : new CitizenId(row.requester),
                        Capacity.valueOf(row.capacity),
                        row.organisation,
                        papers.requester()),
                new DossierCode(row.dossierCode),
                papers.applicant(),
                papers.application(),
                terms,
                row.waiver == null ? null : sealed.open(subject.value(), row.waiver, WaiverDecision.class),
                row.receivedAt,
                status(row, subject),
                papers.amendedBy() == null ? null : new OfficerId(papers.amendedBy()),
                row.told);
    }

    private Status status(CertificateRequestRow row, CitizenId subject) {
        var since = row.since;
        return switch (row.status) {
            case "FEE_DUE" -> new FeeDue(since);
            case "WAIVER_REVIEW" -> new WaiverReview(since);
            case "CHECKING" -> new Checking(since);
            case "ACCEPTED" -> new Accepted(since);
            case "SIGNING" -> new Signing(since, basis(row, subject));
            case "ISSUED" -> new Issued(since, OutcomeJson.certificate(row));
            case "DELIVERED" -> new Delivered(since, OutcomeJson.certificate(row));
            case "WITHDRAWN" -> new Withdrawn(since);
            default -> outcome(row, subject).status(row);
        };
    }

    private Basis basis(CertificateRequestRow row, CitizenId subject) {
        return row.outcome == null
                ? new Basis.CleanRegister()
                : outcome(row, subject).basis();
    }

    private OutcomeJson outcome(CertificateRequestRow row, CitizenId subject) {
        return sealed.open(subject.value(), Objects.requireNonNull(row.outcome), OutcomeJson.class);
    }
}
