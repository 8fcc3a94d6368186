package hoso.judicialcert.request.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
        @JsonUnwrapped Dossier dossier,
        @JsonUnwrapped Standing standing,
        @JsonUnwrapped Dates dates,
        String agency,
        @JsonUnwrapped Costs costs,
        Wishes delivery,
        @JsonUnwrapped Subject subject,
        @Nullable Waiver waiver,
        @Nullable Supplement supplement,
        @JsonUnwrapped Certificates certificates,
        @JsonUnwrapped Reasons reasons,
        List<Step> timeline)
        implements Sensitive {

    /// Which request it is.
    record Dossier(UUID requestId, String dossierCode, CertificateKind kind) {}

    /// Where it stands, in our words and in those of the National Public Service Portal.
    record Standing(String status, String statusText, int portalCode, String portalText) {}

    /// When it was received, when it is expected to be decided, and by which rule.
    record Dates(Instant receivedAt, Instant expectedAt, String expectedRule) {}

    /// What it costs, and what came in of it, in đồng.
    record Costs(Money fee, long received) {}

    /// In what capacity the citizen asks, and about whom if it is somebody else.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Subject(Capacity capacity, @Nullable String about) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// The certificate that came of it, the one that was issued in its place, and the one it is to correct.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Certificates(
            @Nullable UUID certificateId,
            @Nullable UUID successorId,
            @Nullable UUID corrects) {}

    /// Why it ended as it did.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Reasons(
            @Nullable String declineReason,
            @Nullable String stopReason,
            @Nullable String revocation) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What it costs, and while it is due, the text of the QR code that pays it. What a withdrawal means for it is left
    /// out in a list.
    record Money(
            long amount,
            String currency,
            FeeCategory category,
            String rule,
            String reference,
            @Nullable String vietQr,
            @Nullable Withdrawal withdrawal) {}

    /// What a withdrawal means for the fee: of a request that was withdrawn, or if it were withdrawn now.
    ///
    /// @param refund đồng that are paid back to the account they came from
    /// @param text the same in words
    public record Withdrawal(long refund, String text) {}

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
            @Nullable Withdrawal withdrawal,
            Law law,
            Locale language) {
        var status = request.status();
        var words = law.texts().status(status.name());
        var fee = request.terms().fee();
        var application = request.application();
        return new RequestAnswer(
                new Dossier(request.id().value(), request.dossierCode().value(), application.kind()),
                new Standing(
                        status.name(),
                        words.text().in(language),
                        portal.portalCode(),
                        portal.portal().in(language)),
                new Dates(
                        request.receivedAt(),
                        request.terms().due().at(),
                        request.terms().due().rule()),
                request.terms().agency(),
                new Costs(
                        new Money(
                                fee.amount(),
                                Fee.CURRENCY,
                                fee.category(),
                                fee.rule(),
                                request.terms().paymentReference().value(),
                                vietQr,
                                withdrawal),
                        received),
                new Wishes(application.email(), application.post() != null, application.paperCopies()),
                new Subject(
                        request.requester().capacity(),
                        request.requester().capacity() == Capacity.SELF
                                ? null
                                : request.applicant().fullName()),
                waiver(request),
                status instanceof Status.SupplementRequested(var _, var _, var _, var wanted, var until)
                        ? new Supplement(wanted, until)
                        : null,
                new Certificates(
                        status.certificateIfIssued().map(CertificateId::value).orElse(null),
                        status instanceof Status.Superseded(var _, var _, var successor) ? successor.value() : null,
                        application.corrects() == null
                                ? null
                                : application.corrects().value()),
                reasons(status, law, language),
                timeline.stream()
                        .map(entry -> new Step(
                                entry.at(),
                                entry.step(),
                                law.texts().step(entry.step()).in(language)))
                        .toList());
    }

    private static Reasons reasons(Status status, Law law, Locale language) {
        return new Reasons(
                status instanceof Status.Declined declined ? declined.reason() : null,
                status instanceof Status.Stopped(var _, var reason) ? reason.name() : null,
                status instanceof Status.Revoked(var _, var _, var reason)
                        ? law.texts()
                                .revocation(reason)
                                .map(why -> why.in(language))
                                .orElse(reason)
                        : null);
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
