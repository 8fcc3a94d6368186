package hoso.check.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is due follows from a rule and a caller, and from nothing that was ever answered.
@Tag("e2e")
class DueTest {
    static final Actor LAN = person("citizen", 2, true);
    static final Actor OFFICER = person("judicial-officer", 2, true);

    @Test
    void whoeverFitsAGrantIsLetIn() {
        assertThat(due("[{role: citizen}]", LAN)).isInstanceOf(Due.LetIn.class);
        assertThat(due("[{role: citizen, passcode: true}]", LAN)).isInstanceOf(Due.LetIn.class);
        assertThat(due("[{role: portal}, {role: citizen}]", LAN)).isInstanceOf(Due.LetIn.class);
        assertThat(due("anybody", LAN)).isEqualTo(new Due.Open());
    }

    @Test
    void whatIsMissingDecidesHowACallerIsRefused() {
        assertThat(due("[{role: citizen}]", OFFICER)).isEqualTo(new Due.Refused(403));
        assertThat(due("[{role: citizen, level: 2}]", person("citizen", 1, true)))
                .isEqualTo(new Due.Refused(403));
        assertThat(due("[{role: citizen, passcode: true}]", person("citizen", 2, false)))
                .isEqualTo(new Due.Refused(401));
        assertThat(due("[{role: citizen, org: true}]", LAN)).isEqualTo(new Due.Refused(403));
        assertThat(due("[{role: citizen, client: portal}]", LAN)).isEqualTo(new Due.Refused(404));
        assertThat(due("signature", LAN)).isEqualTo(new Due.Shut());
        assertThat(due("wallet", LAN)).isEqualTo(new Due.Shut());
    }

    @Test
    void aTokenThatIsNotAcceptedIsRefusedWhateverItSays() {
        var tampered = new Actor(
                "tampered",
                Actor.Token.NOT_ACCEPTED,
                Set.of("citizen"),
                2,
                true,
                Optional.empty(),
                "hoso-app",
                Map.of(),
                () -> "");

        assertThat(due("[{role: citizen}]", tampered)).isEqualTo(new Due.Refused(401));
        assertThat(due("anybody", tampered)).isEqualTo(new Due.Open());
    }

    @Test
    void aThingBelongsToOneSide() {
        assertThat(LAN.owns(Thing.REQUEST, Side.ONE)).isTrue();
        assertThat(LAN.owns(Thing.REQUEST, Side.OTHER)).isFalse();
        assertThat(LAN.owns(Thing.CASE, Side.ONE)).isFalse();
        assertThat(LAN.owns(Thing.JUDGMENT, Side.OTHER)).isTrue();
        assertThat(LAN.owns(Thing.SHOWN_CERTIFICATE, Side.ONE)).isFalse();
    }

    private static Due due(String rule, Actor actor) {
        return Due.of(Rule.of(yaml(rule)), actor);
    }

    private static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Actor person(String role, int level, boolean hasFreshPasscode) {
        return new Actor(
                role,
                Actor.Token.ACCEPTED,
                Set.of(role),
                level,
                hasFreshPasscode,
                Optional.empty(),
                "hoso-app",
                Map.of(Thing.Owner.PERSON, Side.ONE),
                () -> "Bearer x");
    }
}
