package hoso.judicialcert.request.step;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.fee.VietQr;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.LawTexts.StatusText;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.ReceivedFees;
import hoso.judicialcert.request.lifecycle.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows citizens their own requests.
@ApplicationScoped
public class ReadRequests {
    private final CertificateRequestRows requests;
    private final ReceivedFees fees;
    private final WithdrawalTerms withdrawals;
    private final Law law;
    private final JudicialCertConfig config;

    ReadRequests(
            CertificateRequestRows requests,
            ReceivedFees fees,
            WithdrawalTerms withdrawals,
            Law law,
            JudicialCertConfig config) {
        this.requests = requests;
        this.fees = fees;
        this.withdrawals = withdrawals;
        this.law = law;
        this.config = config;
    }

    /// An answer with the number of the row it was made from.
    public record Versioned(RequestAnswer answer, long version) {}

    /// Empty when the citizen has no such request.
    @Transactional
    public Optional<Versioned> one(RequestId id, CitizenId caller, Locale language) {
        return requests.versioned(id, caller)
                .map(found -> new Versioned(full(found.request(), language), found.version()));
    }

    /// A request as it was just made, nothing of it read again.
    public RequestAnswer made(CertificateRequest request, Locale language) {
        return answer(request, List.of(CertificateRequestRows.first(request)), 0, null, language);
    }

    /// Newest first; without the timelines.
    @Transactional
    public Page<RequestAnswer> page(CitizenId caller, @Nullable Cursor after, int limit, Locale language) {
        var rows = requests.list(caller, after, limit + 1);
        var received = fees.received(
                rows.stream().map(row -> row.request().id().value()).toList());
        return Page.of(
                        rows,
                        limit,
                        row -> new Cursor(
                                row.request().receivedAt(), row.request().id().value()))
                .map(row -> answer(
                        row.request(),
                        List.of(),
                        received.getOrDefault(row.request().id().value(), 0L),
                        null,
                        language));
    }

    /// The request with its timeline.
    RequestAnswer full(CertificateRequest request, Locale language) {
        var received = fees.received(request.id());
        var withdrawal = withdrawals.told(request, received, language).orElse(null);
        return answer(request, requests.timeline(request.id()), received, withdrawal, language);
    }

    /// The text of the QR code that pays what is still due; empty when nothing is.
    @Transactional
    public Optional<String> vietQr(CertificateRequest request) {
        var received = fees.received(request.id());
        return isDue(request, received) ? Optional.of(vietQr(request, received)) : Optional.empty();
    }

    /// The status as the portal knows it: one that replaced or recalled the certificate of a case that was done changes
    /// nothing there.
    @Transactional
    public StatusText portal(CertificateRequest request) {
        var own = law.texts().status(request.status().name());
        return own.isForPortal()
                ? own
                : law.texts().status(requests.wasDelivered(request.id()) ? "DELIVERED" : "ISSUED");
    }

    private RequestAnswer answer(
            CertificateRequest request,
            List<TimelineEntry> timeline,
            long received,
            RequestAnswer.@Nullable Withdrawal withdrawal,
            Locale language) {
        var vietQr = isDue(request, received) ? vietQr(request, received) : null;
        return RequestAnswer.of(request, portal(request), timeline, received, vietQr, withdrawal, law, language);
    }

    /// A payment may come in between the reading of the request and that of its payments.
    private static boolean isDue(CertificateRequest request, long received) {
        return request.awaitsFee() && received < request.terms().fee().amount();
    }

    private String vietQr(CertificateRequest request, long received) {
        var kind = law.kind(request.application().kind(), Law.dayOf(request.receivedAt()));
        return new VietQr(
                        config.fee().accountBin(),
                        config.fee().accountNumber(),
                        request.terms().fee().amount() - received,
                        kind.code() + " " + request.terms().paymentReference().value())
                .payload();
    }
}
