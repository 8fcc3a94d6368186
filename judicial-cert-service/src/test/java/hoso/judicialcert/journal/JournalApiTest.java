package hoso.judicialcert.journal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.IdentityService;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.person.CitizenId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Points 7 and 10: the holder's access journal.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class JournalApiTest {
    @Inject
    DataSource database;

    @Inject
    AccessJournal journal;

    @Test
    void whatWasAskedBeforeThereWasAnAccountIsThereToo() {
        var lan = Citizen.somebody();
        note(new Subject.Numbered(lan.number()), "Trước khi có tài khoản");
        note(new Subject.Citizen(new CitizenId(lan.id())), "Sau đó");

        reads(lan, "")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items.size()", equalTo(2))
                .body("items[0].purpose", equalTo("Sau đó"))
                .body("items[1].purpose", equalTo("Trước khi có tài khoản"))
                .body("items[1].kind", equalTo("OFFICER_CASE"))
                .body("items[1].by.officer", equalTo("CB-0017"));
    }

    @Test
    void aLongJournalIsReadInPiecesThatMissNothing() {
        var lan = Citizen.somebody();
        IntStream.range(0, 23)
                .forEach(i -> note(
                        i % 2 == 0 ? new Subject.Numbered(lan.number()) : new Subject.Citizen(new CitizenId(lan.id())),
                        "lần " + i));

        var seen = new HashSet<String>();
        var after = "";
        var pieces = 0;
        while (after != null) {
            var piece = reads(lan, "?limit=5" + (after.isEmpty() ? "" : "&after=" + after))
                    .jsonPath();
            seen.addAll(piece.<String>getList("items.purpose"));
            after = nullable(piece.getString("next"));
            pieces++;
        }

        assertThat(seen).hasSize(23);
        assertThat(pieces).isEqualTo(5);
        reads(lan, "?after=made-up").then().statusCode(400).body("type", endsWith("#cursor-unreadable"));
    }

    @Test
    void nobodyReadsTheJournalOfSomebodyElse() {
        var lan = Citizen.somebody();
        note(new Subject.Citizen(new CitizenId(lan.id())), "Chỉ của Lan");

        reads(Citizen.somebody(), "").then().body("items.size()", equalTo(0));
        given().get("/certificate-access-journal").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.machine("agency-test", "agency", "BHXH"))
                .get("/certificate-access-journal")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.citizen(lan.id(), 1, 1))
                .get("/certificate-access-journal")
                .then()
                .statusCode(403);
    }

    @Test
    void withoutIdentityTheJournalIsNotTheWholeOneAndIsNotShown() {
        var lan = Citizen.somebody();
        IdentityService.isAway(true);
        try {
            reads(lan, "").then().statusCode(503);
        } finally {
            IdentityService.isAway(false);
        }
    }

    @Test
    void anOfficerWhoOpensACaseIsInTheJournal() {
        var lan = Citizen.somebody();
        Citizen.courtSends("", lan.fullName(), lan.birthDate(), UUID.randomUUID() + "/2024/HS-ST");
        var request = lan.requests();
        Citizen.pays(request, 200_000);
        lan.waitsFor(request.getString("requestId"), "REFERRED");
        var officer = UUID.randomUUID();

        given().auth()
                .oauth2(Tokens.staff(officer, "judicial-officer", "H26"))
                .get("/officer/certificate-requests/" + request.getString("requestId"))
                .then()
                .statusCode(200);

        reads(lan, "")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].kind", equalTo("OFFICER_CASE"))
                .body("items[0].by.officer", equalTo(officer.toString()))
                .body("items[0].purpose", equalTo(request.getString("dossierCode")));
    }

    @Test
    void whatIsWrittenStaysWritten() throws SQLException {
        var lan = Citizen.somebody();
        note(new Subject.Citizen(new CitizenId(lan.id())), "Còn mãi");

        for (var sql : new String[] {
            "update journal_access set outcome = 'REFUSED'", "delete from journal_access", "truncate journal_access"
        }) {
            assertThatThrownBy(() -> Sql.run(database, sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("append-only");
        }
        reads(lan, "").then().body("items.size()", equalTo(1));
    }

    @Test
    void anAccessThatDidNotHappenIsNotWrittenDown() {
        var lan = Citizen.somebody();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    journal.note(access(new Subject.Citizen(new CitizenId(lan.id())), "Không xảy ra"));
                    throw new IllegalStateException("the access failed");
                }))
                .hasMessageContaining("the access failed");
        assertThatThrownBy(() -> journal.note(access(new Subject.Numbered(lan.number()), "Không xảy ra")))
                .as("without a transaction")
                .isInstanceOf(RuntimeException.class);

        reads(lan, "").then().body("items.size()", equalTo(0));
    }

    @Test
    void theTableTellsNeitherWhoNorWhatFor() throws SQLException {
        var lan = Citizen.somebody();
        note(new Subject.Numbered(lan.number()), "Kiểm tra lý lịch");

        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select subject, content from journal_access order by at desc")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isNotEqualTo(lan.id().toString());
            assertThat(new String(rows.getBytes(2), StandardCharsets.UTF_8))
                    .doesNotContain("CB-0017")
                    .doesNotContain("lý lịch");
        }
    }

    private void note(Subject subject, String purpose) {
        QuarkusTransaction.requiringNew().run(() -> journal.note(access(subject, purpose)));
    }

    private static Access access(Subject subject, String purpose) {
        return new Access(
                subject,
                Access.Kind.OFFICER_CASE,
                Party.officer("H26", "CB-0017"),
                null,
                purpose,
                "3.000333",
                Access.View.CASE,
                Access.Outcome.SHOWN,
                UUID.randomUUID().toString());
    }

    private static Response reads(Citizen citizen, String query) {
        return given().auth().oauth2(citizen.token()).get("/certificate-access-journal" + query);
    }

    private static @Nullable String nullable(@Nullable String text) {
        return text;
    }
}
