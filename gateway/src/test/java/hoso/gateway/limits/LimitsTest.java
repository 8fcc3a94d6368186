package hoso.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.gateway.limits.Budgets.Budget;
import hoso.gateway.limits.LimitsConfig.Who;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class LimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final TokenReader READER = new TokenReader(IssuerClient.keys(new JsonObject(Tokens.keySet())));

    @Test
    void aVerifiedTokenNamesAPersonOrAMachine() {
        assertThat(READER.read(Tokens.person("lan"), NOW).orElseThrow().caller())
                .isEqualTo(new Caller.Person("lan"));
        assertThat(READER.read(Tokens.signed(Tokens.claims("hospital")), NOW)
                        .orElseThrow()
                        .caller())
                .isEqualTo(new Caller.Machine("hospital"));
    }

    @Test
    void aTokenThatDoesNotHoldNamesNobody() {
        var claims = Tokens.claims("lan");

        assertThat(READER.read(Tokens.forged("lan"), NOW)).isEmpty();
        assertThat(READER.read(Tokens.unsigned("{\"alg\":\"none\",\"kid\":\"one\"}", claims), NOW))
                .isEmpty();
        assertThat(READER.read(Tokens.unsigned("{\"alg\":\"HS256\",\"kid\":\"one\"}", claims), NOW))
                .isEmpty();
        assertThat(READER.read(Tokens.person("lan").replace("eyJ", "eyK"), NOW)).isEmpty();
        assertThat(READER.read(Tokens.signed(claims.copy().put("exp", NOW.getEpochSecond())), NOW))
                .isEmpty();
        assertThat(READER.read(Tokens.signed(claims.copy().putNull("sub")), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "e30.e30.e30", "%.%.%", "bnVsbA.bnVsbA.bnVsbA"})
    void rubbishNamesNobodyAndBreaksNothing(String token) {
        assertThat(TokenReader.keyId(token)).isEmpty();
        assertThat(READER.read(token, NOW)).isEmpty();
    }

    @Test
    void aSubscriberOfIpv6IsOneCallerWithAllItsAddresses() {
        assertThat(Caller.Address.of("2001:db8:1:2::1")).isEqualTo(Caller.Address.of("2001:db8:1:2:ffff:1:2:3"));
        assertThat(Caller.Address.of("2001:db8:1:2::1")).isNotEqualTo(Caller.Address.of("2001:db8:1:3::1"));
        assertThat(Caller.Address.of("192.0.2.1")).isNotEqualTo(Caller.Address.of("192.0.2.2"));
        assertThat(Caller.Address.of("rubbish")).isEqualTo(new Caller.Address("unknown"));
    }

    @Test
    void theLongestPathThatFitsPays() {
        var stranger = new Budget("stranger", "/api/", Who.ADDRESS, 1, 1);
        var person = new Budget("person", "/api/", Who.PERSON, 1, 1);
        var verification = new Budget("verification", "/api/judicial-cert/verifications", Who.ANYONE, 1, 1);
        var budgets = new Budgets(List.of(stranger, person, verification));

        assertThat(budgets.find(new Caller.Address("a"), "/api/judicial-cert/verifications/by-fields"))
                .contains(verification);
        assertThat(budgets.find(new Caller.Address("a"), "/api/identity/citizens/me"))
                .contains(stranger);
        assertThat(budgets.find(new Caller.Person("a"), "/api/identity/citizens/me"))
                .contains(person);
        assertThat(budgets.find(new Caller.Machine("a"), "/api/identity/citizens/me"))
                .isEmpty();
    }
}
