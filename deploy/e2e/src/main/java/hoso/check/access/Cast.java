package hoso.check.access;

import hoso.e2e.Http;
import hoso.e2e.Login;
import hoso.e2e.RunningSystem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Everybody who asks: people of each role, level and degree of proof, every machine of the demo, machines that only
/// the check has, and tokens that nobody may accept.
final class Cast {
    static final String ONE = "check-one";
    static final String OTHER = "check-other";
    private static final String AUDIENCE = "hoso-api";
    private static final Duration FRESH = Duration.ofMinutes(3);

    /// Longer than the clocks of Keycloak and a service may differ.
    private static final Duration EXPIRED = Duration.ofSeconds(12);

    private final RunningSystem system;
    private final Keycloak keycloak;
    private final List<Actor> actors = new ArrayList<>();
    private final long expiredAt;
    private final String expired;

    Cast(RunningSystem system, Keycloak keycloak) {
        this.system = system;
        this.keycloak = keycloak;
        addEverybody();
        this.expired = login(ONE, "check-app-short").token(2);
        this.expiredAt = System.nanoTime() + EXPIRED.toNanos();
        people();
        machines();
        nobody();
    }

    private void addEverybody() {
        // Residents of Hà Nội and Huế: each of their agencies has officers of its own.
        citizen(ONE, "003174001008", 2);
        citizen(OTHER, "003186001012", 2);
        citizen("check-level1", "003198001016", 1);
        officer("check-officer", "judicial-officer", Optional.of("H26"));
        officer("check-officer-hue", "judicial-officer", Optional.of("H57"));
        officer("check-national", "judicial-officer", Optional.of("G01"));
        officer("check-no-org", "judicial-officer", Optional.empty());
        officer("check-supervisor", "judicial-supervisor", Optional.of("H26"));
        officer("check-doctor", "health-professional", Optional.of("79001"));
        officer("check-doctor-two", "health-professional", Optional.of("01000"));
        officer("check-doctor-no-org", "health-professional", Optional.empty());
        officer("check-privacy", "privacy-officer", Optional.of("79001"));
        officer("check-privacy-two", "privacy-officer", Optional.of("01000"));
        keycloak.addPerson("check-no-role", id("check-no-role"), 2, List.of(), Optional.empty());
        keycloak.addApp("check-app-short", 1, false);
        keycloak.addApp("check-app-old", 300, true);
        keycloak.addMachine("check-auditor", Optional.of("auditor"), Optional.of("AUD"), AUDIENCE);
        keycloak.addMachine("check-verifier", Optional.of("verifier"), Optional.of("CTY-KHAC"), AUDIENCE);
        keycloak.addMachine("check-portal", Optional.of("portal"), Optional.of("NPSP2"), AUDIENCE);
        keycloak.addMachine("check-agency", Optional.of("agency"), Optional.of("SNV-HN"), AUDIENCE);
        keycloak.addMachine("check-agency-no-org", Optional.of("agency"), Optional.empty(), AUDIENCE);
        keycloak.addMachine("check-court", Optional.of("court"), Optional.of("TAND-DN"), AUDIENCE);
        keycloak.addMachine("check-hospital", Optional.of("facility"), Optional.of("79002"), AUDIENCE);
        keycloak.addMachine("check-machine-no-role", Optional.empty(), Optional.of("BHXH"), AUDIENCE);
        keycloak.addMachine("check-other-audience", Optional.of("agency"), Optional.of("BHXH"), "another-api");
    }

    private void citizen(String username, String number, int level) {
        var desk = Map.of(
                "Authorization",
                "Bearer " + system.machineToken("enrolment-desk"),
                "Idempotency-Key",
                "enrol-" + username);
        var order = Map.of(
                "personalNumber",
                number,
                "accountLevel",
                level,
                "contactPoints",
                Map.of("email", username + "@example.vn", "phone", "0912999000"));
        var id = Http.post(system.url("identity-service") + "/citizens", desk, order)
                .expect(200, 201)
                .json()
                .path("citizenId")
                .asText();
        keycloak.addPerson(username, id, level, List.of("citizen"), Optional.empty());
    }

    private void officer(String username, String role, Optional<String> office) {
        keycloak.addPerson(username, id(username), 2, List.of(role), office);
    }

    /// An officer is in no register: any id will do, as long as it stays the same.
    private static String id(String username) {
        return UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void people() {
        person(ONE, "citizen", 2, Optional.empty(), Map.of(Thing.Owner.PERSON, Side.ONE));
        person(OTHER, "citizen", 2, Optional.empty(), Map.of(Thing.Owner.PERSON, Side.OTHER));
        person("check-level1", "citizen", 1, Optional.empty(), Map.of());
        person("check-officer", "judicial-officer", 2, Optional.of("H26"), Map.of(Thing.Owner.OFFICE, Side.ONE));
        person("check-officer-hue", "judicial-officer", 2, Optional.of("H57"), Map.of(Thing.Owner.OFFICE, Side.OTHER));
        person("check-national", "judicial-officer", 2, Optional.of("G01"), Map.of());
        person("check-no-org", "judicial-officer", 2, Optional.empty(), Map.of());
        person("check-supervisor", "judicial-supervisor", 2, Optional.of("H26"), Map.of());
        person(
                "check-doctor",
                "health-professional",
                2,
                Optional.of("79001"),
                Map.of(Thing.Owner.PROFESSIONAL, Side.ONE));
        person(
                "check-doctor-two",
                "health-professional",
                2,
                Optional.of("01000"),
                Map.of(Thing.Owner.PROFESSIONAL, Side.OTHER));
        person("check-doctor-no-org", "health-professional", 2, Optional.empty(), Map.of());
        person("check-privacy", "privacy-officer", 2, Optional.of("79001"), Map.of(Thing.Owner.FACILITY, Side.ONE));
        person(
                "check-privacy-two",
                "privacy-officer",
                2,
                Optional.of("01000"),
                Map.of(Thing.Owner.FACILITY, Side.OTHER));
        person("check-no-role", "", 2, Optional.empty(), Map.of());
    }

    /// The same person with the passcode, with the password alone, and with a passcode of long ago.
    private void person(
            String username, String role, int level, Optional<String> organisation, Map<Thing.Owner, Side> owns) {
        var roles = role.isEmpty() ? Set.<String>of() : Set.of(role);
        var logIn = Map.<String, Supplier<String>>of(
                " with passcode", () -> token(username, "hoso-app", 2),
                " with password", () -> token(username, "hoso-app", 1),
                " with an old passcode", () -> token(username, "check-app-old", 2));
        logIn.forEach((how, token) -> actors.add(new Actor(
                username + how,
                Actor.Token.ACCEPTED,
                roles,
                level,
                how.equals(" with passcode"),
                organisation,
                "hoso-app",
                owns,
                bearer(token))));
    }

    /// One log-in at a time: Keycloak takes two of the same person at once for guessing.
    private synchronized String token(String username, String client, int acr) {
        return login(username, client).token(acr);
    }

    Login login(String username, String client) {
        return new Login(system, username, keycloak.passcodeSeed(username), client);
    }

    private void machines() {
        var verifiesOne = Map.of(Thing.Owner.VERIFIER, Side.ONE);
        demo("hospital-01000", "facility", Optional.of("01000"), Map.of());
        demo("hospital-79001", "facility", Optional.of("79001"), Map.of());
        demo("court-hanoi", "court", Optional.of("TAND-HN"), Map.of());
        demo("national-portal", "portal", Optional.of("NPSP"), Map.of(Thing.Owner.PORTAL, Side.ONE));
        demo("enrolment-desk", "enrolment", Optional.of("ENROLMENT"), Map.of());
        demo("agency-social-insurance", "agency", Optional.of("BHXH"), Map.of(Thing.Owner.AGENCY, Side.ONE));
        demo("agency-investigation", "agency", Optional.of("CQDT"), Map.of());
        demo("employer-mau", "verifier", Optional.of("CTY-MAU"), verifiesOne);
        for (var service :
                List.of("identity-service", "health-record-service", "judicial-cert-service", "notification-service")) {
            demo(service, "service", Optional.empty(), Map.of());
        }
        own("check-auditor", "auditor", Optional.of("AUD"), Map.of());
        own("check-verifier", "verifier", Optional.of("CTY-KHAC"), Map.of(Thing.Owner.VERIFIER, Side.OTHER));
        own("check-portal", "portal", Optional.of("NPSP2"), Map.of(Thing.Owner.PORTAL, Side.OTHER));
        own("check-agency", "agency", Optional.of("SNV-HN"), Map.of(Thing.Owner.AGENCY, Side.OTHER));
        own("check-agency-no-org", "agency", Optional.empty(), Map.of());
        own("check-court", "court", Optional.of("TAND-DN"), Map.of());
        own("check-hospital", "facility", Optional.of("79002"), Map.of());
        own("check-machine-no-role", "", Optional.of("BHXH"), Map.of());
    }

    private void demo(String client, String role, Optional<String> organisation, Map<Thing.Owner, Side> owns) {
        machine(client, role, organisation, owns, () -> system.machineToken(client));
    }

    private void own(String client, String role, Optional<String> organisation, Map<Thing.Owner, Side> owns) {
        machine(client, role, organisation, owns, () -> keycloak.machineToken(client));
    }

    private void machine(
            String client,
            String role,
            Optional<String> organisation,
            Map<Thing.Owner, Side> owns,
            Supplier<String> token) {
        actors.add(new Actor(
                client,
                Actor.Token.ACCEPTED,
                role.isEmpty() ? Set.of() : Set.of(role),
                0,
                false,
                organisation,
                client,
                owns,
                bearer(token)));
    }

    private void nobody() {
        refused("nobody", () -> "");
        refused("expired", () -> "Bearer " + expired());
        refused("another realm", bearer(keycloak::administrator));
        refused("another audience", bearer(() -> keycloak.machineToken("check-other-audience")));
        refused("tampered", bearer(() -> Forged.tampered(token(ONE, "hoso-app", 2))));
    }

    private void refused(String name, Supplier<String> authorization) {
        actors.add(new Actor(
                name, Actor.Token.NOT_ACCEPTED, Set.of(), 0, false, Optional.empty(), "", Map.of(), authorization));
    }

    List<Actor> actors() {
        return List.copyOf(actors);
    }

    /// A token that was good, and whose time is over for every clock.
    String expired() {
        var left = expiredAt - System.nanoTime();
        if (left > 0) {
            try {
                Thread.sleep(Duration.ofNanos(left));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return expired;
    }

    /// Keeps a token for three minutes: it is good for five, and so is the passcode behind it.
    private static Supplier<String> bearer(Supplier<String> token) {
        return new Supplier<>() {
            private String kept = "";
            private long since;

            @Override
            public synchronized String get() {
                var now = System.nanoTime();
                if (kept.isEmpty() || now - since > FRESH.toNanos()) {
                    kept = "Bearer " + token.get();
                    since = now;
                }
                return kept;
            }
        };
    }
}
