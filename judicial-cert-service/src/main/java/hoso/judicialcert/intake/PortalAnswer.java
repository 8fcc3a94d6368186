package hoso.judicialcert.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.LawTexts.StatusText;
import hoso.judicialcert.law.Words;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case as the portal is told of it: by the portal's own ten statuses. What an officer found is
/// for the citizen, but for what the portal has to tell them: what is to be given, and why a dossier was refused.
@JsonInclude(JsonInclude.Include.ALWAYS)
record PortalAnswer(
        String portalCode,
        UUID requestId,
        String dossierCode,
        PortalStatus status,
        Instant receivedAt,
        Instant expectedAt,
        Money fee,
        @Nullable Wanted supplement,
        @Nullable String declineReason)
        implements Sensitive {

    /// @param code 1 to 10
    record PortalStatus(int code, Words text) {
        static PortalStatus of(StatusText status) {
            return new PortalStatus(status.portalCode(), status.portal());
        }
    }

    record Money(
            long amount,
            String currency,
            String reference,
            @Nullable String vietQr) {}

    record Wanted(String text, Instant until) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    static PortalAnswer of(String code, CertificateRequest request, StatusText status, @Nullable String vietQr) {
        return new PortalAnswer(
                code,
                request.id().value(),
                request.dossierCode().value(),
                PortalStatus.of(status),
                request.receivedAt(),
                request.terms().due().at(),
                new Money(
                        request.terms().fee().amount(),
                        Fee.CURRENCY,
                        request.terms().paymentReference().value(),
                        vietQr),
                request.status() instanceof Status.SupplementRequested(var _, var _, var _, var wanted, var until)
                        ? new Wanted(wanted, until)
                        : null,
                request.status() instanceof Status.Declined declined ? declined.reason() : null);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
