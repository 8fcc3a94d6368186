package hoso.local.seed;

import hoso.local.http.Client;
import hoso.local.keycloak.Realm;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Enrols the people of the demo the way a real desk does it, gives them accounts to log in with, and lets a court
/// send the one judgment of the demo. Each step finds its own work done.
public final class Seed {

    private final Client http = new Client();
    private final Realm realm;
    private final String identity;
    private final String judicialCert;
    private final Function<String, String> secretOf;
    private final Function<String, String> passcodeOf;

    public Seed(
            Realm realm,
            String identity,
            String judicialCert,
            Function<String, String> secretOf,
            Function<String, String> passcodeOf) {
        this.realm = realm;
        this.identity = identity;
        this.judicialCert = judicialCert;
        this.secretOf = secretOf;
        this.passcodeOf = passcodeOf;
    }

    /// Needs identity-service and Keycloak.
    public void people(Function<String, String> officerIdOf) throws IOException, InterruptedException {
        for (var person : DemoPerson.ALL) {
            if (!realm.has(person.username())) {
                realm.add(account(person, enrolled(person)));
            }
        }
        for (var officer : DemoOfficer.ALL) {
            if (!realm.has(officer.username())) {
                realm.add(account(officer, officerIdOf.apply(officer.username())));
            }
        }
    }

    private String enrolled(DemoPerson person) throws IOException, InterruptedException {
        var desk = realm.machineToken("enrolment-desk", secretOf.apply("client.enrolment-desk"));
        var order = Map.of(
                "personalNumber",
                person.personalNumber(),
                "accountLevel",
                person.accountLevel(),
                "contactPoints",
                Map.of("email", person.email(), "phone", person.phone()));
        // A key per person and run: enrolling again answers with the same citizen anyhow.
        return http.post(identity + "/citizens", desk, order, Map.of("Idempotency-Key", "demo-" + person.username()))
                .expect(200, 201)
                .json()
                .path("citizenId")
                .asText();
    }

    private Realm.Account account(DemoPerson person, String citizenId) {
        return new Realm.Account(
                person.username(),
                "hoso-" + person.username(),
                person.email(),
                citizenId,
                person.accountLevel(),
                List.of("citizen"),
                Optional.empty(),
                Optional.of(passcodeOf.apply(person.username())));
    }

    private Realm.Account account(DemoOfficer officer, String officerId) {
        return new Realm.Account(
                officer.username(),
                "hoso-" + officer.username(),
                officer.username() + "@example.vn",
                officerId,
                2,
                List.of(officer.role()),
                Optional.of(officer.organisation()),
                Optional.of(passcodeOf.apply(officer.username())),
                Optional.of(officer.fullName()));
    }

    /// Needs judicial-cert-service and Keycloak.
    public void judgment() throws IOException, InterruptedException {
        var court = realm.machineToken("court-hanoi", secretOf.apply("client.court-hanoi"));
        http.post(
                        judicialCert + "/judgments",
                        court,
                        DemoJudgment.json(),
                        Map.of("Idempotency-Key", "demo-judgment-minh"))
                .expect(200, 201);
    }
}
