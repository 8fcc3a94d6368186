package hoso.judicialcert.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Law;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as its citizen is told of it.
@JsonInclude(JsonInclude.Include.ALWAYS)
record RequestAnswer(
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
        @Nullable UUID certificateId,
        @Nullable String declineReason,
        List<Step> timeline) {

    /// What it costs, and while it is due, the text of the QR code that pays it.
    record Money(
            long amount,
            String currency,
            FeeCategory category,
            String rule,
            String reference,
            @Nullable String vietQr) {}

    /// Which deliveries were ordered.
    record Wishes(boolean email, boolean post, int copies) {}

    /// A step that was taken.
    record Step(Instant at, String step, String text) {}

    static RequestAnswer of(
            CertificateRequest request,
            List<TimelineEntry> timeline,
            long received,
            @Nullable String vietQr,
            Law law,
            Locale language) {
        var status = request.status();
        var words = law.status(status.name());
        var fee = request.terms().fee();
        var application = request.application();
        return new RequestAnswer(
                request.id().value(),
                request.dossierCode().value(),
                application.kind(),
                status.name(),
                words.text().in(language),
                words.portalCode(),
                words.portal().in(language),
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
                status.certificateIfIssued().map(CertificateId::value).orElse(null),
                status instanceof Status.Declined declined ? declined.reason() : null,
                timeline.stream()
                        .map(entry -> new Step(
                                entry.at(), entry.step(), law.step(entry.step()).in(language)))
                        .toList());
    }
}
