package hoso.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class FaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300", "55P03", "25006"})
    void aDatabaseThatIsAwayIsNobodysFault(String state) {
        var fault = new IllegalStateException(new SQLException("", state));

        assertThat(Faults.isDatabaseAway(fault)).isTrue();
    }

    @Test
    void faultsOfACommitAreFoundAmongTheSuppressedOnes() {
        var fault = new IllegalStateException("rolled back");
        fault.addSuppressed(new SQLException("", "08006"));

        assertThat(Faults.isDatabaseAway(fault)).isTrue();
    }

    @Test
    void aWrongStatementIsNotAnAbsentDatabase() {
        assertThat(Faults.isDatabaseAway(new IllegalStateException(new SQLException("", "23505"))))
                .isFalse();
        assertThat(Faults.isDatabaseAway(new IllegalStateException("no database in sight")))
                .isFalse();
    }

    @Test
    void aTextThatCannotBeKeptIsTheSendersMistake() {
        assertThat(Faults.isUnkeepableText(new IllegalStateException(new SQLException("", "22021"))))
                .isTrue();
        assertThat(Faults.isUnkeepableText(new IllegalStateException(new SQLException("", "23505"))))
                .isFalse();
    }

    @Test
    void aTraceQuotesNoMessage() {
        var fault = new IllegalStateException("003185000017", new SQLException("003185000017"));

        assertThat(Faults.trace(fault)).doesNotContain("003185000017").contains("SQLException");
    }
}
