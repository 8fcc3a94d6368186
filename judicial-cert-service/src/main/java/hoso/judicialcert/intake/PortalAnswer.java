package hoso.judicialcert.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Hidden;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.Words;
import hoso.judicialcert.request.CertificateRequest;
import hoso.judicialcert.request.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case as the portal is told of it: by the portal's own ten statuses. What an officer found is for the citizen.
@JsonInclude(JsonInclude.Include.ALWAYS)
record PortalAnswer(
        String portalCode,
        UUID requestId,
        String dossierCode,
        PortalStatus status,
        Instant receivedAt,
        Instant expectedAt,
        Money fee,
        @Nullable Wanted supplement)
        implements Hidden {

    /// @param code 1 to 10
    record PortalStatus(int code, Words text) {
        static PortalStatus of(String status, Law law) {
            var words = law.status(status);
            return new PortalStatus(words.portalCode(), words.portal());
        }
    }

    record Money(
            long amount,
            String currency,
            String reference,
            @Nullable String vietQr) {}

    record Wanted(String text, Instant until) implements Hidden {
        @Override
        public String toString() {
            return Hidden.mask(this);
        }
    }

    static PortalAnswer of(String code, CertificateRequest request, @Nullable String vietQr, Law law) {
        return new PortalAnswer(
                code,
                request.id().value(),
                request.dossierCode().value(),
                PortalStatus.of(request.status().name(), law),
                request.receivedAt(),
                request.terms().due().at(),
                new Money(
                        request.terms().fee().amount(),
                        Fee.CURRENCY,
                        request.terms().paymentReference().value(),
                        vietQr),
                request.status() instanceof Status.SupplementRequested(var _, var _, var _, var wanted, var until)
                        ? new Wanted(wanted, until)
                        : null);
    }

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
