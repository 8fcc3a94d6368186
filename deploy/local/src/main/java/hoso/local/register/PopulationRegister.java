package hoso.local.register;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.local.http.Json;
import hoso.local.http.Lifeline;
import hoso.local.http.Refused;
import hoso.local.http.Reply;
import hoso.local.http.Settings;
import hoso.local.http.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// `POST /lookups {personalNumber}` answers the person or 404. `POST /sandbox {delayMs, down}` makes it slow or silent.
public final class PopulationRegister {

    /// How the register behaves at the moment.
    private record Behaviour(long delayMs, boolean down) {

        Behaviour changed(JsonNode wish) {
            return new Behaviour(
                    wish.path("delayMs").asLong(delayMs), wish.path("down").asBoolean(down));
        }
    }

    private final Map<String, JsonNode> people;
    private final byte[] expected;
    private final AtomicReference<Behaviour> behaviour = new AtomicReference<>(new Behaviour(0, false));

    private PopulationRegister(Map<String, JsonNode> people, String secret) {
        this.people = people;
        this.expected = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String[] args) throws IOException {
        Lifeline.follow();
        site(Settings.number("PORT"), Settings.text("REGISTER_SECRET"));
    }

    static Site site(int port, String secret) throws IOException {
        var register = new PopulationRegister(people(), secret);
        return new Site(port)
                .on(
                        "POST",
                        "/lookups",
                        call -> register.lookUp(call.header("Authorization").orElse(""), call.json()))
                .on("POST", "/sandbox", call -> register.behave(call.json()))
                .on("GET", "/sandbox", _ -> Reply.json(200, register.behaviour.get()))
                .start();
    }

    private Reply lookUp(String authorization, JsonNode query) throws InterruptedException {
        var now = behaviour.get();
        Thread.sleep(now.delayMs);
        if (now.down) {
            throw new Refused(503, "the register is not available");
        }
        if (!MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8))) {
            throw new Refused(401, "unknown caller");
        }
        var person = people.get(query.path("personalNumber").asText());
        if (person == null) {
            throw new Refused(404, "no such person");
        }
        return Reply.json(200, person);
    }

    private Reply behave(JsonNode wish) {
        return Reply.json(200, behaviour.updateAndGet(now -> now.changed(wish)));
    }

    private static Map<String, JsonNode> people() throws IOException {
        try (var in = PopulationRegister.class.getResourceAsStream("/register/people.json")) {
            var people = new LinkedHashMap<String, JsonNode>();
            for (var person : Json.MAPPER.readTree(in)) {
                people.put(person.path("personalNumber").asText(), person);
            }
            return people;
        }
    }
}
