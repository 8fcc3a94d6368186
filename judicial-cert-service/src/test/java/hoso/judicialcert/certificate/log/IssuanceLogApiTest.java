package hoso.judicialcert.certificate.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hoso.chassis.hash.Sha256;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.certificate.signing.TrustAnchors;
import hoso.judicialcert.proof.statement.MerkleTree;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class IssuanceLogApiTest {
    private static final Citizen LAN = Citizen.somebody();

    @Inject
    DataSource database;

    @Inject
    IssuanceLog log;

    @Inject
    KeepLog keep;

    @Inject
    AuditLog audit;

    @Inject
    TrustAnchors anchors;

    @Test
    void whatWasIssuedIsProvenToWhoHoldsTheDocumentAndNothingMore() throws Exception {
        var certificate = LAN.isIssued().getString("certificateId");
        var digest = Sha256.hex(LAN.document(certificate));

        var proof = proof(digest);

        // As a stranger would check it, with nothing but the answer and the trust anchor.
        var leaf = MerkleTree.leaf(proof.getString("entry.text").getBytes(StandardCharsets.UTF_8));
        var path = proof.getList("path", String.class).stream()
                .map(HexFormat.of()::parseHex)
                .toList();
        var signed = statement(proof.getString("checkpoint.statement"));
        assertThat(MerkleTree.includes(
                        leaf,
                        proof.getLong("entry.sequence"),
                        signed.getLong("size"),
                        path,
                        HexFormat.of().parseHex(signed.getString("root"))))
                .isTrue();
        assertThat(proof.getString("entry.text")).contains(digest, certificate, "ISSUED");
        assertThat(proof.prettify())
                .doesNotContain(LAN.number(), LAN.fullName(), LAN.id().toString());
        assertThat(log.find(digest))
                .isInstanceOfSatisfying(
                        Entered.Proven.class,
                        proven -> assertThat(proven.proof().holds()).isTrue());
    }

    @Test
    void whatWasNeverIssuedIsNotInTheLog() {
        var digest = Sha256.hex(new byte[] {1, 2, 3});

        given().get("/issuance-log/proofs/" + digest).then().statusCode(404);
        given().get("/issuance-log/proofs/x").then().statusCode(404);
        assertThat(log.find(digest)).isInstanceOf(Entered.Never.class);
    }

    @Test
    void anOlderCheckpointIsProvenToBeTheBeginningOfANewerOne() {
        proof(Sha256.hex(LAN.document(LAN.isIssued().getString("certificateId"))));
        var before = given().get("/issuance-log/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        proof(Sha256.hex(LAN.document(LAN.isIssued().getString("certificateId"))));

        var proof = given().get("/issuance-log/consistency/" + before.getLong("size"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(proof.getLong("newer.size")).isGreaterThan(before.getLong("size"));
        assertThat(MerkleTree.isGrown(
                        before.getLong("size"),
                        HexFormat.of().parseHex(before.getString("root")),
                        proof.getLong("newer.size"),
                        HexFormat.of().parseHex(proof.getString("newer.root")),
                        proof.getList("path", String.class).stream()
                                .map(HexFormat.of()::parseHex)
                                .toList()))
                .isTrue();
        given().get("/issuance-log/consistency/999999999").then().statusCode(404);
        given().get("/issuance-log/consistency/-1").then().statusCode(404);
    }

    @Test
    void nothingInTheLogIsEverChanged() {
        proof(Sha256.hex(LAN.document(LAN.isIssued().getString("certificateId"))));

        for (var change : List.of(
                "update issuance_log set at = now()",
                "update issuance_log set sequence = sequence + 1",
                "delete from issuance_log",
                "truncate issuance_log",
                "update issuance_log_node set hash = '\\x00'",
                "delete from issuance_log_node",
                "truncate issuance_log_node",
                "update issuance_log_checkpoint set size = 0",
                "delete from issuance_log_checkpoint",
                "truncate issuance_log_checkpoint")) {
            assertThatThrownBy(() -> Sql.run(database, change)).as(change).hasMessageContaining("only ever added to");
        }
    }

    @Test
    void nobodyWaitsForTheCommitOfAnother() throws SQLException {
        var slow = LAN.isIssued().getString("certificateId");
        var quick = LAN.isIssued().getString("certificateId");

        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            enter(connection, slow);
            try (var other = database.getConnection()) {
                enter(other, quick);
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> place(quick) >= 0);
            assertThat(place(slow)).isEqualTo(-1);
            connection.commit();
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> place(slow) >= 0);
        assertThat(place(slow)).isGreaterThan(place(quick));
        assertThat(audit.audit().faults()).isEmpty();
        assertThat(audit.audit().unentered()).contains(UUID.fromString(slow), UUID.fromString(quick));
    }

    @Test
    void manyKeepersGiveEachEntryOnePlace() throws Exception {
        var before = audit.audit().entries();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var keepers = java.util.stream.IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<Boolean>>mapToObj(_ -> () -> {
                        var any = false;
                        for (var i = 0; i < 50; i++) {
                            any |= keep.place();
                            keep.sign();
                        }
                        return any;
                    })
                    .toList();
            var running = keepers.stream().map(threads::submit).toList();
            for (var i = 0; i < 4; i++) {
                LAN.isIssued();
            }
            for (var one : running) {
                one.get();
            }
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> audit.audit().entries() >= before + 4);
        assertThat(audit.audit().faults()).isEmpty();
    }

    @Test
    void anAuditorIsToldOfATracelessChangeAndNobodyElseMayAsk() throws SQLException {
        var certificate = LAN.isIssued().getString("certificateId");
        var digest = Sha256.hex(LAN.document(certificate));
        proof(digest);
        given().auth().oauth2(LAN.token()).post("/issuance-log/audits").then().statusCode(403);
        given().post("/issuance-log/audits").then().statusCode(401);
        assertThat(audited().getList("faults")).isEmpty();

        Sql.run(
                database,
                "set session_replication_role = replica; update issuance_log set digest = '" + Sha256.hex(new byte[0])
                        + "' where certificate_id = '" + certificate + "'; set session_replication_role = origin");
        try {
            assertThat(audited().getBoolean("sound")).isFalse();
            assertThat(audited().getList("faults.kind", String.class)).contains("HASH_DIFFERS", "CHECKPOINT_DIFFERS");
            assertThat(audited().getList("unentered", String.class)).contains(certificate);
        } finally {
            Sql.run(
                    database,
                    "set session_replication_role = replica; update issuance_log set digest = '" + digest
                            + "' where certificate_id = '" + certificate + "'; set session_replication_role = origin");
        }
        assertThat(audited().getList("faults")).isEmpty();
    }

    @Test
    void aLogThatIsNoLongerTheOneThatWasSignedIsNeitherContinuedNorSigned() throws SQLException {
        proof(Sha256.hex(LAN.document(LAN.isIssued().getString("certificateId"))));
        // Doing it twice undoes it.
        var tamper = "set session_replication_role = replica; update issuance_log_node set hash ="
                + " set_byte(hash, 0, get_byte(hash, 0) # 1); set session_replication_role = origin";
        Sql.run(database, tamper);
        String digest;
        try {
            var size = given().get("/issuance-log/checkpoint").jsonPath().getLong("size");
            digest = Sha256.hex(LAN.document(LAN.isIssued().getString("certificateId")));

            // The service's own worker may have the right to place at this moment; then this asks again.
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThatThrownBy(keep::place).hasMessageContaining("no longer the one that was signed"));
            given().get("/issuance-log/proofs/" + digest).then().statusCode(503);
            assertThat(given().get("/issuance-log/checkpoint").jsonPath().getLong("size"))
                    .isEqualTo(size);
        } finally {
            Sql.run(database, tamper);
        }
        assertThat(proof(digest).getString("entry.digest")).isEqualTo(digest);
        assertThat(audit.audit().faults()).isEmpty();
    }

    private static JsonPath audited() {
        return given().auth()
                .oauth2(Tokens.staff(UUID.randomUUID(), "auditor", "C06"))
                .post("/issuance-log/audits")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath proof(String digest) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/issuance-log/proofs/" + digest).statusCode() == 200);
        return given().get("/issuance-log/proofs/" + digest).jsonPath();
    }

    /// What a checkpoint states, after its signature and chain were checked.
    private JsonPath statement(String jws) throws Exception {
        var parts = jws.split("\\.", -1);
        var header = JsonPath.from(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
        assertThat(header.getString("typ")).isEqualTo("hoso-checkpoint+jwt");
        var leaf = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Base64.getDecoder()
                        .decode(header.getList("x5c", String.class).getFirst())));
        leaf.verify(anchors.all().getFirst().getPublicKey());
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(leaf.getPublicKey());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }

    private static void enter(Connection connection, String certificate) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '2s'");
            statement.execute(
                    "insert into issuance_log (certificate_id, act, digest, at) select id, 'REVOKED', digest, now()"
                            + " from certificate where id = '" + certificate + "'");
        }
    }

    private long place(String certificate) throws SQLException {
        try (var connection = database.getConnection();
                var running = connection.createStatement();
                var found = running.executeQuery(
                        "select coalesce(max(sequence), -1) from issuance_log where act = 'REVOKED'"
                                + " and certificate_id = '" + certificate + "'")) {
            found.next();
            return found.getLong(1);
        }
    }
}
