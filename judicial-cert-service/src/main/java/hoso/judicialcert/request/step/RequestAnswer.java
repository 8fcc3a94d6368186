package hoso.judicialcert.request.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.LawTexts.StatusText;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.Status;
import hoso.judicialcert.request.lifecycle.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as its citizen is told of it.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RequestAnswer(
        UUID requestId,
        String dossierCode,
        CertificateKind kind,
        String status,
        String statusText,
        int portalCode,
        String portalText,
        Instant receivedAt,
        Instant expectedAt,
        String expectedRule,
        String agency,
        Money fee,
        long received,
        Wishes delivery,
        Capacity capacity,
        @Nullable String about,
        @Nullable Waiver waiver,
        @Nullable Supplement supplement,
        @Nullable UUID certificateId,
        @Nullable UUID successorId,
        @Nullable UUID corrects,
        @Nullable String declineReason,
        @Nullable String stopReason,
        @Nullable String revocation,
        List<Step> timeline)
        implements Sensitive {

    /// What it costs, and while it is due, the text of the QR code that pays it.
    record Money(
            long amount,
            String currency,
            FeeCategory category,
            String rule,
            String reference,
            @Nullable String vietQr) {}

    /// The class somebody said to belong to, and once it is decided, what an officer decided and why.
    record Waiver(
            String waiverClass,
            @Nullable Boolean granted,
            @Nullable String reason) {}

    /// What is to be given, and until when.
    record Supplement(String wanted, Instant until) {}

    /// Which deliveries were ordered.
    record Wishes(boolean email, boolean post, int copies) {}

    /// A step that was taken.
    record Step(Instant at, String step, String text) {}

    static RequestAnswer of(
            CertificateRequest request,
            StatusText portal,
            List<TimelineEntry> timeline,
            long received,
            @Nullable String vietQr,
            Law law,
            Locale language) {
        var status = request.status();
        var words = law.texts().status(status.name());
        var fee = request.terms().fee();
        var application = request.application();
        return new RequestAnswer(
                request.id().value(),
                request.dossierCode().value(),
                application.kind(),
                status.name(),
                words.text().in(language),
                portal.portalCode(),
                portal.portal().in(language),
                request.receivedAt(),
                request.terms().due().at(),
                request.terms().due().rule(),
                request.terms().agency(),
                new Money(
                        fee.amount(),
                        Fee.CURRENCY,
                        fee.category(),
                        fee.rule(),
                        request.terms().paymentReference().value(),
                        vietQr),
                received,
                new Wishes(application.email(), application.post() != null, application.paperCopies()),
                request.requester().capacity(),
                request.requester().capacity() == Capacity.SELF
                        ? null
                        : request.applicant().fullName(),
                waiver(request),
                status instanceof Status.SupplementRequested(var _, var _, var _, var wanted, var until)
                        ? new Supplement(wanted, until)
                        : null,
                status.certificateIfIssued().map(CertificateId::value).orElse(null),
                status instanceof Status.Superseded(var _, var _, var successor) ? successor.value() : null,
                application.corrects() == null ? null : application.corrects().value(),
                status instanceof Status.Declined declined ? declined.reason() : null,
                status instanceof Status.Stopped(var _, var reason) ? reason.name() : null,
                status instanceof Status.Revoked(var _, var _, var reason)
                        ? law.texts()
                                .revocation(reason)
                                .map(why -> why.in(language))
                                .orElse(reason)
                        : null,
                timeline.stream()
                        .map(entry -> new Step(
                                entry.at(),
                                entry.step(),
                                law.texts().step(entry.step()).in(language)))
                        .toList());
    }

    private static @Nullable Waiver waiver(CertificateRequest request) {
        var claim = request.application().waiver();
        var decision = request.waiver();
        if (claim == null) {
            return null;
        }
        return decision == null
                ? new Waiver(claim.waiverClass(), null, null)
                : new Waiver(claim.waiverClass(), decision.granted(), decision.reason());
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
