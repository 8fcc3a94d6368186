package hoso.identity.register;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.testing.AgainstBadPartners;
import hoso.chassis.testing.Settings;
import hoso.identity.register.PopulationRegister.Answer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class PopulationRegisterClientTest {
    private static final PersonalNumber NUMBER = new PersonalNumber("003185000017");

    @Test
    void whateverTheRegisterDoesALookUpEndsAndSaysThatItIsUnavailable() {
        AgainstBadPartners.hold(
                url -> {
                    var settings = Map.of(
                            "identity.register.url", url.toString(),
                            "identity.register.secret", "secret",
                            "identity.register.answer-timeout", "2s");
                    var client = new PopulationRegisterClient(
                            Settings.of(RegisterConfig.class, settings), new ObjectMapper());
                    return () -> client.lookUp(NUMBER);
                },
                came -> came.value() instanceof Answer.Unavailable);
    }
}
