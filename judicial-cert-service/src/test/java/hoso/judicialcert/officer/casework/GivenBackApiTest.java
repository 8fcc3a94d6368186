package hoso.judicialcert.officer.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the system cannot do is seen by an officer, with the reason.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class GivenBackApiTest {

    @Inject
    DataSource database;

    @Test
    void aCertificateThatCannotBeWrittenGoesBackToAnOfficerWithTheReasonAndIsIssuedOnceItCan() throws SQLException {
        var lan = Citizen.somebody();
        Citizen.courtSends("", lan.fullName(), lan.birthDate(), UUID.randomUUID() + "/HSST")
                .then()
                .statusCode(201);
        var request = lan.requests();
        var id = request.getString("requestId");
        Citizen.pays(request, request.getLong("fee.amount"));
        lan.waitsFor(id, "REFERRED");
        OfficerAtDesk.somebody().claimsAndDecides(id, "ISSUE").then().statusCode(200);
        // The agency that signs is gone from the law: writing fails whenever it is tried.
        breaks(id, "concat('GONE/', agency_rule)");
        OfficerAtDesk.somebody().approves(id).then().statusCode(200);

        lan.waitsFor(id, "REFERRED");

        var officer = OfficerAtDesk.somebody();
        officer.claims(id).then().statusCode(200);
        officer.asks()
                .queryParam("why", "NOT_WRITTEN")
                .queryParam("mine", true)
                .get("/officer/certificate-requests")
                .then()
                .statusCode(200)
                .body("items.requestId", hasItem(id));
        officer.opens(id)
                .then()
                .statusCode(200)
                .body("why", equalTo("NOT_WRITTEN"))
                .body("hindrance", containsString("IllegalStateException at Law.java"));
        assertThat(Sql.count(database, "stuck_item where item = '" + id + "'")).isZero();

        breaks(id, "replace(agency_rule, 'GONE/', '')");
        officer.decides(id, "ISSUE").then().statusCode(200).body("status", equalTo("APPROVAL"));
        OfficerAtDesk.somebody().approves(id).then().statusCode(200);

        lan.waitsFor(id, "ISSUED");
    }

    private void breaks(String id, String rule) throws SQLException {
        Sql.run(database, "update certificate_request set agency_rule = " + rule + " where id = '" + id + "'");
    }
}
