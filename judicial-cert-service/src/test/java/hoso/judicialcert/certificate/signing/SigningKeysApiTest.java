package hoso.judicialcert.certificate.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A running service whose keys change, whose token hangs, whose time-stamp authority is away.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class SigningKeysApiTest {
    private static final Path GENERATIONS = Path.of("target", "signing", "generations");
    private static final Path MINE = GENERATIONS.resolve("mine.properties");
    private final Citizen lan = Citizen.somebody();

    @Inject
    DataSource database;

    @Inject
    SigningConfig config;

    @TestHTTPResource(value = "/health", management = true)
    String health = "";

    @Inject
    KeyGenerations keys;

    @AfterEach
    void theFirstGenerationSignsAgain() throws IOException {
        Files.deleteIfExists(MINE);
        keys.chain();
    }

    @Test
    void aNewGenerationSignsWithoutRestartAndWhatTheOldOneSignedStaysValid() throws Exception {
        var old = lan.document(lan.isIssued().getString("certificateId"));
        var next = Authority.rsa();
        next.writeTo(GENERATIONS.resolve("../next.p12"), "secret", "signing", GENERATIONS.resolve("../next.pem"));
        generation("keystore=../next.p12\npassword=secret\nalias=signing\n");

        var document = lan.document(lan.isIssued().getString("certificateId"));

        assertThat(signer(document).getSID().getSerialNumber())
                .isEqualTo(next.chain().getFirst().getSerialNumber());
        assertThat(signer(document).getEncryptionAlgOID())
                .isEqualTo(PKCSObjectIdentifiers.sha256WithRSAEncryption.getId());
        for (var one : new byte[][] {old, document}) {
            given().contentType("application/pdf")
                    .body(one)
                    .post("/verifications")
                    .then()
                    .body("result", equalTo("VALID"));
        }
        // What the old key signed into wallets can still be checked.
        given().get("/.well-known/jwt-vc-issuer")
                .then()
                .statusCode(200)
                .body("jwks.keys[0].kty", equalTo("RSA"))
                .body("jwks.keys.kty", hasItem("EC"));
    }

    @Test
    void aTokenThatHangsLetsCasesWaitAndTellsAndThenExactlyOneCertificateComesOfEach() throws Exception {
        var folder = Files.createTempDirectory("p11");
        var authority = new Authority();
        try (var token = new SoftToken(folder, authority)) {
            generation("library=" + token.library() + "\nslot=" + SoftToken.SLOT + "\npin=" + SoftToken.PIN + "\nalias="
                    + SoftToken.ALIAS + "\n");
            assertThat(signer(lan.document(lan.isIssued().getString("certificateId")))
                            .getSID()
                            .getIssuer())
                    .hasToString("C=VN,O=Hoso,CN=Hoso Test Authority");
            token.hangs();

            var first = paid();
            var second = paid();
            isPutOff(first);
            isPutOff(second);
            given().get(health + "/well")
                    .then()
                    .statusCode(503)
                    .body("checks.find{it.name=='signing'}.data.trouble", equalTo("the token hangs"));
            given().get(health + "/ready").then().statusCode(200);
            token.goesOn();

            for (var request : new String[] {first, second}) {
                lan.waitsFor(request, "ISSUED");
                assertThat(certificatesOf(request)).isOne();
            }
            given().get(health + "/well").then().statusCode(200);
        }
    }

    @Test
    void aTimeStampAuthorityThatIsAwayLetsCasesWaitAndThenExactlyOneStampedCertificateComesOfIt() throws Exception {
        var next = new Authority();
        next.writeTo(GENERATIONS.resolve("../next.p12"), "secret", "signing", GENERATIONS.resolve("../next.pem"));
        generation("keystore=../next.p12\npassword=secret\nalias=signing\nlevel=T\n");
        var request = paid();
        isPutOff(request);
        assertThat(certificatesOf(request)).isZero();

        try (var authority =
                new TimeStampSandbox(config.timeStamp().url().orElseThrow().getPort())) {
            authority.behaves("{\"wrongNonce\":true}");
            Files.write(config.timeStamp().trustAnchor().orElseThrow(), authority.get("anchor"));
            // The first time it may still be for having found nobody there.
            isPutOffAgain(request);
            isPutOffAgain(request);
            assertThat(certificatesOf(request)).isZero();
            assertThat(lan.sees(request).getString("status")).isEqualTo("SIGNING");
            authority.behaves("{\"wrongNonce\":false}");
            var issued = lan.waitsFor(request, "ISSUED");

            assertThat(certificatesOf(request)).isOne();
            assertThat(signer(lan.document(issued.getString("certificateId")))
                            .getUnsignedAttributes()
                            .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken))
                    .isNotNull();
        }
    }

    private String paid() {
        JsonPath request = lan.requests();
        Citizen.pays(request, 200_000);
        return request.getString("requestId");
    }

    private void isPutOff(String request) throws SQLException {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Sql.count(
                                database,
                                "certificate_request where not_before > now() - interval '3 seconds' and status = 'SIGNING' and id = '"
                                        + request + "'")
                        == 1);
    }

    private void isPutOffAgain(String request) throws SQLException {
        var due = "select floor(extract(epoch from not_before) * 1000) from certificate_request where id = '" + request
                + "'";
        var before = Sql.number(database, due);
        await().atMost(Duration.ofSeconds(30)).until(() -> Sql.number(database, due) > before);
    }

    private long certificatesOf(String request) throws SQLException {
        return Sql.count(database, "certificate where request_id = '" + request + "'");
    }

    private static void generation(String text) throws IOException {
        Files.writeString(MINE, "from=2025-01-01T00:00:00Z\nuntil=2100-01-01T00:00:00Z\n" + text);
    }

    private static SignerInformation signer(byte[] document) throws IOException, CMSException {
        try (var pdf = Loader.loadPDF(document)) {
            var contents = pdf.getLastSignatureDictionary().getContents();
            return new CMSSignedData(contents).getSignerInfos().iterator().next();
        }
    }
}
