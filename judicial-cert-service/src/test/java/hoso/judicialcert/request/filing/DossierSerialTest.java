package hoso.judicialcert.request.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.request.lifecycle.DossierCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class DossierSerialTest {
    /// An agency of no other test.
    private static final String AGENCY = "T99";

    private static final Instant RECEIVED = Instant.parse("2026-11-23T03:00:00Z");

    @Inject
    DataSource database;

    @Inject
    DossierSerialRows serials;

    @Inject
    Law law;

    @Test
    void beyondFourDigitsCodesGoOnAndNoneIsGivenTwice() throws Exception {
        var day = Law.dayOf(RECEIVED);
        startsAfter(9_990);

        var codes = IntStream.range(0, 25)
                .mapToObj(_ -> DossierCode.of(law.dossierCodes(day), AGENCY, RECEIVED, serials.next(AGENCY, day)))
                .map(DossierCode::value)
                .toList();

        assertThat(codes).doesNotHaveDuplicates();
        assertThat(codes.subList(0, 9)).allMatch(code -> code.matches("000\\.00\\.00\\.T99-261123-999[1-9]"));
        assertThat(codes.subList(9, 25)).allMatch(code -> code.matches("000\\.00\\.00\\.T99-261123-0100[0-9]{2}"));
    }

    @Test
    void aBlockThatWasNotCommittedIsNotGivenOut() throws Exception {
        var day = Law.dayOf(RECEIVED);
        Sql.run(database, "create function no_commit() returns trigger language plpgsql as 'begin raise ''no''; end'");
        Sql.run(database, """
                create constraint trigger no_commit after insert on dossier_serial deferrable initially deferred
                for each row when (new.agency = 'T98') execute function no_commit()
                """);
        try {
            assertThatThrownBy(() -> serials.next("T98", day)).isInstanceOf(RuntimeException.class);
        } finally {
            Sql.run(database, "drop function no_commit cascade");
        }

        assertThat(serials.next("T98", day)).isEqualTo(1);
        assertThat(Sql.number(database, "select last from dossier_serial where agency = 'T98'"))
                .isEqualTo(10);
    }

    private void startsAfter(int last) throws SQLException {
        Sql.run(
                database,
                "insert into dossier_serial (agency, day, last) values ('" + AGENCY + "', '2026-11-23', " + last + ")");
    }
}
