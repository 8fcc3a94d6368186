package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class ClientsTest {
    private static final List<String> TESTS =
            Tree.files(file -> Tree.name(file).matches(".*/src/test/java/hoso/.*Test\\.java")).stream()
                    .map(Tree::read)
                    .toList();

    @Test
    void everyClientIsTriedAgainstPartnersThatMisbehave() {
        assertThat(Clients.untried(Code.OURS, TESTS)).isEmpty();
    }

    @Test
    void aClientThatNoTestTriesIsFound() {
        assertThat(Clients.untried(Code.WRONG, TESTS)).containsExactly("wrong.bakery.oven.Telephone");
    }

    @Test
    void theClientsThatAreKnownAreFound() {
        assertThat(Clients.clients(Code.OURS).map(JavaClass::getName))
                .contains(
                        "hoso.chassis.http.ServiceToken",
                        "hoso.identity.register.PopulationRegisterClient",
                        "hoso.judicialcert.certificate.signing.TimeStampClient",
                        "hoso.judicialcert.certificate.signing.RevocationClient",
                        "hoso.judicialcert.money.refund.RefundBankClient",
                        "hoso.notification.letter.CarrierClient",
                        "hoso.healthrecord.integration.IdentityClient");
    }

    @Test
    void whatOpensConnectionsExistsAndHasItsTest() {
        assertThat(Clients.OPENERS).allSatisfy((name, test) -> {
            assertThat(Code.OURS.contain(name)).as(name).isTrue();
            assertThat(Files.exists(Tree.at(test))).as(test).isTrue();
        });
    }
}
