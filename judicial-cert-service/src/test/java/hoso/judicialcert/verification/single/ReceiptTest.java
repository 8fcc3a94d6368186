package hoso.judicialcert.verification.single;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.certificate.signing.Authority;
import hoso.judicialcert.certificate.signing.Statements;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.Result;
import hoso.judicialcert.proof.statement.VerificationReceipt;
import hoso.judicialcert.proof.statement.VerificationReceiptJson;
import java.time.Instant;
import java.util.List;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A receipt says what was checked, and can be checked by itself for ever after.
@Tag("core")
class ReceiptTest {
    private static final VerificationReceipt RECEIPT = new VerificationReceipt(
            "https://hoso.example.vn",
            Instant.parse("2026-11-25T03:00:00Z"),
            "HR-2026/17",
            "DOCUMENT",
            "ab".repeat(32),
            Result.EXPIRED_FOR_PURPOSE,
            List.of(Doubt.NOT_IN_REGISTER),
            "EMPLOYMENT",
            30,
            new VerificationReceipt.Checkpoint(1_000, "cd".repeat(32)));

    @ParameterizedTest
    @EnumSource(Authority.Kind.class)
    void whatWasSignedIsRead(Authority.Kind kind) {
        var authority = new Authority(kind);

        var read = VerificationReceiptJson.open(signed(authority, RECEIPT), authority.trust());

        assertThat(read).contains(RECEIPT);
    }

    @Test
    void aLibraryThatIsNotOursAcceptsTheSignature() throws Exception {
        var authority = new Authority();

        var jws = new JsonWebSignature();
        jws.setCompactSerialization(signed(authority, RECEIPT));
        jws.setKey(authority.signer().getPublicKey());

        assertThat(jws.verifySignature()).isTrue();
        assertThat(jws.getPayload()).contains("\"result\":\"EXPIRED_FOR_PURPOSE\"");
    }

    @Test
    void aReceiptOfAnotherAuthorityOfTheSameNameIsNone() {
        assertThat(VerificationReceiptJson.open(signed(new Authority(), RECEIPT), new Authority().trust()))
                .isEmpty();
    }

    @Test
    void aReceiptOfSomebodyElseUnderTheSameAuthorityIsNone() {
        var ours = new Authority();

        assertThat(VerificationReceiptJson.open(signed(ours.neighbour(), RECEIPT), ours.trust()))
                .isEmpty();
    }

    @Test
    void noCharacterOfAReceiptCanBeChanged() {
        var authority = new Authority();
        var signed = signed(authority, RECEIPT);
        var payload = signed.indexOf('.') + 1;

        for (var place = payload; place < signed.length(); place += 3) {
            var forged = new StringBuilder(signed);
            forged.setCharAt(place, signed.charAt(place) == 'A' ? 'B' : 'A');
            assertThat(VerificationReceiptJson.open(forged.toString(), authority.trust()))
                    .as("character %d", place)
                    .isEmpty();
        }
    }

    /// The last character of a signature of 64 bytes has four bits that stand for nothing.
    @Test
    void aReceiptHasOneTextOnly() {
        var authority = new Authority();
        var signed = signed(authority, RECEIPT);
        var begin = signed.substring(0, signed.length() - 1);

        var accepted = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .mapToObj(last -> begin + (char) last)
                .filter(text ->
                        VerificationReceiptJson.open(text, authority.trust()).isPresent());

        assertThat(accepted).containsExactly(signed);
    }

    @Test
    void aStatementOfAnotherKindIsNoReceipt() {
        var authority = new Authority();
        var other = Statements.sign(authority, "statuslist+jwt", VerificationReceiptJson.payload(RECEIPT));

        assertThat(VerificationReceiptJson.open(other, authority.trust())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.e30", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoReceiptIsTold(String text) {
        assertThat(VerificationReceiptJson.open(text, new Authority().trust())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HR-2026/17", "a", "2026.11.25:0001", "job-01234567890123"})
    void aReferenceIsWhatAnOfficeCallsACheck(String reference) {
        assertThat(Asked.isReference(reference)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Nguyễn Thị Thử",
                "a b",
                "003185000017",
                "HR-003185000017",
                "123456789",
                "x\ny",
                "-x",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void aReferenceIsNoNameAndNoPersonalNumber(String reference) {
        assertThat(Asked.isReference(reference)).isFalse();
    }

    private static String signed(Authority authority, VerificationReceipt receipt) {
        return Statements.sign(authority, VerificationReceiptJson.TYPE, VerificationReceiptJson.payload(receipt));
    }
}
