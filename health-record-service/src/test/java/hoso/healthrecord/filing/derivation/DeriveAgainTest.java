package hoso.healthrecord.filing.derivation;

import static hoso.healthrecord.Story.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.reading.DocumentReader;
import hoso.healthrecord.filing.derivation.DeriveAgain.Step;
import hoso.healthrecord.visit.Visits;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Stored visits under rules that have changed.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class DeriveAgainTest {
    private static final AtomicInteger RULES = new AtomicInteger(5_000_000);
    private static final int MANY = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    DeriveAgain derive;

    @Inject
    Visits visits;

    @Inject
    DataSource database;

    private final Story lan = new Story();
    private final int rules = RULES.incrementAndGet();
    private Identity identity;

    @BeforeEach
    void enrol() throws IOException {
        identity = new Identity();
        identity.knows(lan.citizen, lan.number, NAME, "1985-03-17");
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void aVisitOfOlderRulesIsMadeAgainFromItsDocument() throws Exception {
        var visit = filed();
        stale(visit);
        lan.integrates().statusCode(200);
        reads(visit).body("diagnoses.size()", equalTo(0));

        toTheEnd();

        reads(visit).body("diagnoses[0].code", equalTo("J02.9"));
        assertThat(derive.step(rules, MANY)).isEqualTo(Step.ENDED);
    }

    @Test
    void aVisitThatIsHeldAndAnEarlierVersionAreMadeAgainAsWell() throws Exception {
        var held = UUID.fromString(Story.sends(lan.claim(Story.episode())
                        .tag("XML1", "SO_CCCD", "012345678")
                        .bytes())
                .statusCode(201)
                .extract()
                .path("visitId"));
        var episode = Story.episode();
        var corrected = UUID.fromString(Story.sends(lan.claim(episode).bytes())
                .statusCode(201)
                .extract()
                .path("visitId"));
        Story.sends(lan.claim(episode).tag("XML1", "GHI_CHU", "Đã đính chính").bytes())
                .statusCode(201);

        toTheEnd();

        assertThat(count("select count(*) from held_visit where rules = " + rules + " and id = '" + held + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from earlier_version where rules = " + rules + " and visit_id = '" + corrected
                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void aStepThatDiesMidwayLeavesAllAsItWasAndTheNextOneGoesOn() throws Exception {
        var three = List.of(filed(), filed(), filed());
        for (var visit : three) {
            stale(visit);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var blocking = database.getConnection()) {
            blocking.setAutoCommit(false);
            blocking.createStatement().execute("select 1 from visit where id = '" + three.get(1) + "' for update");
            var dying = threads.submit(this::toTheEnd);
            await().atMost(PATIENCE).until(() -> count(WAITING.formatted("count(*)")) > 0);

            var _ = count(WAITING.formatted("count(pg_terminate_backend(pid))"));

            await().atMost(PATIENCE).until(dying::isDone);
            blocking.rollback();
        }
        assertThat(stale(three)).isEqualTo(3);

        toTheEnd();

        assertThat(stale(three)).isZero();
    }

    @Test
    void whoeverReadsMeanwhileSeesTheVisitAsItWasOrAsItIs() throws Exception {
        var visit = filed();
        lan.integrates().statusCode(200);
        var now = reads(visit).extract().asString();
        stale(visit);
        var before = reads(visit).extract().asString();
        Set<String> seen = new ConcurrentSkipListSet<>();
        var over = new AtomicBoolean();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = threads.submit(() -> {
                while (!over.get()) {
                    seen.add(reads(visit).extract().asString());
                }
            });
            toTheEnd();
            over.set(true);
            reading.get();
        }

        assertThat(seen).isSubsetOf(before, now);
        assertThat(reads(visit).extract().asString()).isEqualTo(now).isNotEqualTo(before);
    }

    private static final String WAITING = "select %s from pg_stat_activity where datname = current_database()"
            + " and wait_event_type = 'Lock' and query like 'update visit set summary%%'";

    private void toTheEnd() {
        await().atMost(PATIENCE).until(() -> derive.step(rules, MANY) == Step.ENDED);
    }

    private UUID filed() {
        return UUID.fromString(Story.sends(lan.claim(Story.episode()).bytes())
                .statusCode(201)
                .extract()
                .path("visitId"));
    }

    /// As rules made it that showed nothing of a document.
    private void stale(UUID visit) throws SQLException {
        var reading = (Reading.Read) DocumentReader.read(
                DocumentFormat.CLAIM_XML, lan.claim("E").bytes(), Instant.parse("2026-10-20T00:00:00Z"));
        try (var connection = database.getConnection();
                var find = connection.prepareStatement("select record_id from visit where id = ?");
                var put = connection.prepareStatement("update visit set summary = ?, rules = 0 where id = ?")) {
            find.setObject(1, visit);
            var found = find.executeQuery();
            assertThat(found.next()).isTrue();
            var nothing = new Visit(
                    reading.visit().header(),
                    Visit.Findings.NONE,
                    reading.visit().disclosure());
            put.setBytes(1, visits.summary(found.getObject(1, UUID.class), nothing));
            put.setObject(2, visit);
            assertThat(put.executeUpdate()).isEqualTo(1);
        }
    }

    private long stale(List<UUID> of) throws SQLException {
        return count("select count(*) from visit where rules = 0 and id in ('"
                + String.join("','", of.stream().map(UUID::toString).toList()) + "')");
    }

    private ValidatableResponse reads(UUID visit) {
        return lan.citizen().get("/records/me/visits/" + visit).then().statusCode(200);
    }

    private long count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
