package hoso.judicialcert.fee;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.fee.Account.Settlement;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.Laws;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class FeeTest {
    private static final Law LAW = Laws.packaged();
    private static final Fee FEE = new Fee(200_000, FeeCategory.STANDARD, "rule");
    private static final Transfer FULL = transfer("FT1", 200_000);

    @ParameterizedTest
    @CsvSource({"0, 200000", "2, 200000", "3, 205000", "5, 215000"})
    void copiesCostFromTheThirdOn(int copies, long amount) {
        var fee = Fee.of(LAW, Channel.ONLINE, FeeCategory.STANDARD, copies, LocalDate.of(2026, 11, 23));

        assertThat(fee.orElseThrow().amount()).isEqualTo(amount);
    }

    @Test
    void aDigitalCitizenPaysForFurtherCopiesOnly() {
        var day = LocalDate.of(2026, 11, 23);

        assertThat(Fee.of(LAW, Channel.ONLINE, FeeCategory.DIGITAL_CITIZEN, 2, day)
                        .orElseThrow()
                        .isDue())
                .isFalse();
        assertThat(Fee.of(LAW, Channel.ONLINE, FeeCategory.DIGITAL_CITIZEN, 3, day)
                        .orElseThrow()
                        .amount())
                .isEqualTo(5_000);
    }

    @Test
    void theFullAmountSettlesTheFee() {
        assertThat(open().take(FULL)).isEqualTo(new Settlement.Settled(0));
    }

    @Test
    void tooMuchSettlesTheFeeAndIsOwedBack() {
        assertThat(open().take(transfer("FT1", 250_000))).isEqualTo(new Settlement.Settled(50_000));
    }

    @Test
    void tooLittleIsKeptUntilTheRestComes() {
        var little = transfer("FT1", 150_000);

        assertThat(open().take(little)).isEqualTo(new Settlement.TooLittle(50_000));
        assertThat(open(little).take(transfer("FT2", 50_000))).isEqualTo(new Settlement.Settled(0));
    }

    @Test
    void theSameTransferToldTwiceIsOne() {
        assertThat(open(FULL).take(FULL)).isEqualTo(new Settlement.KnownAlready());
        assertThat(closed(FULL).take(FULL)).isEqualTo(new Settlement.KnownAlready());
    }

    @Test
    void moneyForAClosedRequestIsOwedBack() {
        assertThat(closed(FULL).take(transfer("FT2", 200_000))).isEqualTo(new Settlement.NotOwed(200_000));
        assertThat(closed().take(FULL)).isEqualTo(new Settlement.NotOwed(200_000));
    }

    private static Account open(Transfer... transfers) {
        return new Account(FEE, true, List.of(transfers));
    }

    private static Account closed(Transfer... transfers) {
        return new Account(FEE, false, List.of(transfers));
    }

    private static Transfer transfer(String id, long amount) {
        return new Transfer(id, amount, "LLTP1 26112300012345", Instant.parse("2026-11-23T03:00:00Z"));
    }
}
