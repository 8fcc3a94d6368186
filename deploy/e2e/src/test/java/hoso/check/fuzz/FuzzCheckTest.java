package hoso.check.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.e2e.Started;
import hoso.local.command.Progress;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A short run of `./hoso check fuzz`. It is the last test of the module: it uses up the attempts that the services
/// allow this address, and leaves cases of people that other tests ask for.
@Order(Integer.MAX_VALUE)
@Tag("e2e")
class FuzzCheckTest {
    private static final long SEED = 8;
    private static final long REQUESTS = 2_000;

    @Test
    void noRequestMakesAnAnswerThatNobodyDeclared() throws Exception {
        var result = new FuzzCheck().run(Started.system(), SEED, 0, REQUESTS, new Progress(System.out));

        assertThat(result).hasToString("fuzz requests=2000 undeclared_5xx=0 undeclared=0 hung=0 traces=0");
    }
}
