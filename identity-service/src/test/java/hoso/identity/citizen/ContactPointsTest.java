package hoso.identity.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class ContactPointsTest {

    @ParameterizedTest
    @CsvSource({
        "lan@example.vn,             lan@example.vn",
        "Lan.Nguyen+hoso@Example.VN, Lan.Nguyen+hoso@example.vn",
        "lan@hồsơ.vn,                lan@xn--hs-3ya8001a.vn",
        "lan@bücher.example,         lan@xn--bcher-kva.example",
        "a@b.co,                     a@b.co"
    })
    void anAddressKeepsItsDomainInAscii(String given, String kept) {
        assertThat(EmailAddress.read(given))
                .hasValueSatisfying(email -> assertThat(email.text()).isEqualTo(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lan",
                "@example.vn",
                "lan@",
                "lan@localhost",
                "lan@example..vn",
                "lan@-example.vn",
                "lan@127.0.0.1",
                "lan@[127.0.0.1]",
                "lan nguyen@example.vn",
                "\"lan nguyen\"@example.vn",
                ".lan@example.vn",
                "lan@example.vn,minh@example.vn",
                "Lan <lan@example.vn>",
                "lan@example.vn\r\nBcc: all@example.vn",
                "lan\r\nBcc: all@example.vn@example.vn",
                "lan\n@example.vn",
                "lan@exam\u0000ple.vn",
                "lan@exam\u200bple.vn",
                "lân@example.vn",
                "lan@example.vn\n"
            })
    void whatCouldBecomeAHeaderOrAnotherRecipientIsNoAddress(String given) {
        assertThat(EmailAddress.read(given)).isEmpty();
    }

    @Test
    void anAddressHasAtMost254Characters() {
        var label = "a".repeat(60);
        var domain = label + "." + label + "." + label;

        assertThat(EmailAddress.read("a".repeat(64) + "@" + domain + ".vn")).isPresent();
        assertThat(EmailAddress.read("a".repeat(64) + "@" + domain + "." + "v".repeat(7)))
                .isEmpty();
        assertThat(EmailAddress.read("a".repeat(65) + "@example.vn")).isEmpty();
    }

    @Test
    void aLookAlikeInAnotherScriptIsAnotherAddress() {
        var latin = EmailAddress.read("lan@example.vn").orElseThrow();
        var cyrillic = EmailAddress.read("lan@еxample.vn").orElseThrow();

        assertThat(cyrillic).isNotEqualTo(latin);
        assertThat(cyrillic.text()).contains("xn--");
    }

    @ParameterizedTest
    @CsvSource({
        "0912345678,     +84912345678",
        "091 234 5678,   +84912345678",
        "+84912345678,   +84912345678",
        "+84 91.234.5678,+84912345678",
        "0351234567,     +84351234567",
        "02438251234,    +842438251234"
    })
    void aTelephoneNumberIsKeptInternationally(String given, String kept) {
        assertThat(PhoneNumber.read(given)).contains(new PhoneNumber(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0112345678",
                "091234567",
                "09123456789",
                "+1 202 555 0100",
                "84912345678",
                "0912345678;1",
                "O912345678",
                "0243825123",
                "0912345678                    "
            })
    void anythingElseIsNoTelephoneNumber(String given) {
        assertThat(PhoneNumber.read(given)).isEmpty();
    }

    @Test
    void contactPointsNeverPrintThemselves() {
        var points = new ContactPoints(
                EmailAddress.read("lan@example.vn").orElseThrow(),
                PhoneNumber.read("0912345678").orElseThrow());

        assertThat(points).hasToString("ContactPoints[***]");
        assertThat(points.email()).hasToString("EmailAddress[***]");
        assertThat(points.phone()).hasToString("PhoneNumber[***]");
    }
}
