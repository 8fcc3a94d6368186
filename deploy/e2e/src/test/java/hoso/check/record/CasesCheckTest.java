package hoso.check.record;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.e2e.Started;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("e2e")
class CasesCheckTest {

    @Test
    void whatHospitalsSentAndOnceWentWrongIsAnsweredAndShownAsItIsDue() throws Exception {
        var options = Options.of(Map.of("only", "all"), List.of());

        var result = new CasesCheck().run(Started.system(), options, new Progress(System.out));

        assertThat(result.isDifferent()).as(result.toString()).isFalse();
        assertThat(result.figure("sent")).isEqualTo(51);
    }
}
