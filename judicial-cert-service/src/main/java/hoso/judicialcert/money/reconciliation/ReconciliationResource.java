package hoso.judicialcert.money.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.callback.SignedCallback;
import hoso.chassis.hash.Sha256;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.fee.Transfer;
import hoso.judicialcert.money.payment.TransferBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where the bank sends what came in on a day, signed as its call-backs are.
///
/// The file is JSON lines: the first names the day and how many transfers of how much in all, so that a file that was
/// cut off is noticed; each further line is a transfer, as in a call-back.
@Path("/bank-reconciliations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReconciliationResource {
    private static final Logger LOG = Logger.getLogger(ReconciliationResource.class);
    private static final int MOST_ERRORS = 50;
    private final ReconcileDay reconcile;
    private final ObjectMapper json;
    private final Clock clock;
    private final JudicialCertConfig.Fee config;

    ReconciliationResource(ReconcileDay reconcile, ObjectMapper json, Clock clock, JudicialCertConfig config) {
        this.reconcile = reconcile;
        this.json = json;
        this.clock = clock;
        this.config = config.fee();
    }

    /// The first line.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Head(@Nullable LocalDate day, int count, long total) {}

    @POST
    @Consumes({"application/x-ndjson", "application/jsonl"})
    @PermitAll
    public ReportJson take(@HeaderParam(SignedCallback.HEADER) @Nullable String signature, byte[] body) {
        SignedCallback.verify(config.callbackSecret(), signature, body, clock.instant());
        var report = ReportJson.of(reconcile.reconcile(file(body)));
        LOG.infof("reconciliation day=%s transfers=%d results=%s", report.day(), report.count(), report.results());
        return report;
    }

    private DayFile file(byte[] body) {
        var lines = new String(body, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        var head = lines.isEmpty() ? new Head(null, 0, 0) : read(lines.getFirst(), Head.class, 1);
        var errors = new ArrayList<FieldError>();
        var day = head.day();
        if (day == null) {
            errors.add(FieldError.of("/1/day", "required"));
        }
        var transfers = transfers(lines, errors);
        if (day == null || !errors.isEmpty()) {
            throw Problem.invalid(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)))
                    .raise();
        }
        var total = transfers.stream().mapToLong(Transfer::amount).sum();
        if (transfers.size() != head.count() || total != head.total()) {
            throw Problem.of(422, "reconciliation-incomplete")
                    .with("count", head.count())
                    .with("total", head.total())
                    .raise();
        }
        return new DayFile(day, Sha256.hex(body), total, transfers);
    }

    /// Lines are numbered from 1, as an editor shows them.
    private List<Transfer> transfers(List<String> lines, List<FieldError> errors) {
        var transfers = new ArrayList<Transfer>();
        var seen = new HashSet<String>();
        for (var i = 1; i < lines.size(); i++) {
            var number = i + 1;
            read(lines.get(i), TransferBody.class, number)
                    .transfer(config.accountNumber(), "/" + number, errors)
                    .ifPresent(transfer -> {
                        if (seen.add(transfer.id())) {
                            transfers.add(transfer);
                        } else {
                            errors.add(FieldError.of("/" + number + "/transactionId", "twice"));
                        }
                    });
        }
        return transfers;
    }

    private <T> T read(String line, Class<T> as, int number) {
        try {
            return json.readValue(line, as);
        } catch (IOException _) {
            throw Problem.of(400, "unreadable-body").with("at", "/" + number).raise();
        }
    }
}
