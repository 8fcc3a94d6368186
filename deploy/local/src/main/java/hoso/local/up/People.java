package hoso.local.up;

import hoso.local.part.Parts;
import hoso.local.run.RunFolder;
import hoso.local.run.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/// The people of the demo, made known to the parts that run.
record People(RunFolder place, Console console, Parts parts) {

    /// A service that has just become ready may refuse its first call, while it fetches the keys of the log-in
    /// server.
    private static final int ATTEMPTS = 10;

    /// Enrols them, unless one of the parts that know them is left out of this run.
    void enrol(Predicate<String> wanted) throws InterruptedException {
        var start = System.nanoTime();
        if (!(wanted.test("keycloak") && wanted.test("register") && wanted.test("identity-service"))) {
            return;
        }
        for (var attempt = 1; ; attempt++) {
            try {
                once(wanted);
                console.tell("seed", "people of the demo enrolled in " + Console.seconds(start));
                return;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    console.tell("seed", "the people of the demo could not be enrolled: " + e.getMessage());
                    return;
                }
                Thread.sleep(Duration.ofSeconds(1));
            }
        }
    }

    private void once(Predicate<String> wanted) throws IOException, InterruptedException {
        var seed = parts.seed();
        var secrets = Secrets.in(place.secrets());
        seed.people(username -> officerId(secrets, username));
        if (wanted.test("judicial-cert-service")) {
            seed.judgment();
        }
    }

    /// An officer is in no register; the id is made once. A name-based id of a random secret is as good as
    /// a random one.
    private static String officerId(Secrets secrets, String username) {
        return java.util
                .UUID
                .nameUUIDFromBytes(secrets.passcode(username).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }
}
