package hoso.judicialcert.money.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.fee.Transfer;
import hoso.judicialcert.money.reconciliation.BookComparison.Result;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class LargeDayTest {
    private static final Logger LOG = Logger.getLogger(LargeDayTest.class);
    private static final LocalDate DAY = LocalDate.parse("2025-07-01");
    private static final Instant PAID = Instant.parse("2025-07-01T03:00:00Z");
    private static final int LINES = 20_000;

    @Inject
    DataSource database;

    @Inject
    ReconcileDay reconcile;

    /// A transaction has 15 s.
    @Test
    void theComparisonOfALargeDayComesToItsEnd() throws Exception {
        Sql.run(database, """
                insert into payment (transaction_id, amount, surplus, outcome, content, paid_at, told_at)
                select 'LARGE-' || n, 200000, 0, 'SETTLED', '', timestamptz '2025-07-01T03:00:00Z', now()
                from generate_series(1, 20000) n
                """);
        var transfers = IntStream.rangeClosed(1, LINES)
                .mapToObj(n -> new Transfer("LARGE-" + n, n == 1 ? 100_000 : 200_000, "", PAID))
                .toList();
        var file = new DayFile(DAY, "0".repeat(64), 3_999_700_000L, transfers.subList(0, LINES - 1));

        var begun = System.nanoTime();
        var report = reconcile.compare(file);
        LOG.infof("%d lines compared in %d ms", LINES, (System.nanoTime() - begun) / 1_000_000);

        assertThat(report.lines()).hasSize(LINES);
        assertThat(report.lines().stream().filter(line -> line.result() == Result.AMOUNT_DIFFERS))
                .containsExactly(new BookComparison.Line("LARGE-1", Result.AMOUNT_DIFFERS, 100_000L, 200_000L));
        assertThat(report.lines().stream().filter(line -> line.result() == Result.MISSING_AT_BANK))
                .containsExactly(new BookComparison.Line("LARGE-20000", Result.MISSING_AT_BANK, null, 200_000L));
        assertThat(reconcile.read(DAY, "G01")).contains(report);
    }
}
