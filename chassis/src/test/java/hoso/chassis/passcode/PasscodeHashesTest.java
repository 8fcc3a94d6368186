package hoso.chassis.passcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The hashes to compare with are made by other implementations: the reference implementation of Argon2 (argon2-cffi)
/// and hashlib of Python.
@Tag("core")
class PasscodeHashesTest {
    private static final UUID SHARE = UUID.fromString("0199aa00-0000-7000-8000-000000000006");
    private static final byte[] MARK = HexFormat.of().parseHex(hex(0));
    private static final byte[] OTHER = HexFormat.of().parseHex(hex(1));
    private static final byte[] OLD =
            HexFormat.of().parseHex("2e0e27dc84cd37bd2f1e85e3d4e8ff599a92540ce4c3ed7ef7770c93e9b1432c");
    private final PasscodeHashes hashes = new PasscodeHashes();

    @Test
    void aPasscodeIsKeptAsArgon2idOfNineteenMebibytesAndTwoPasses() {
        var kept = new String(hashes.hash(SHARE, MARK), StandardCharsets.US_ASCII);

        assertThat(kept)
                .isEqualTo(
                        "$argon2id$v=19$m=19456,t=2,p=1$AZmqAAAAcACAAAAAAAAABg$fj5In/kJTIa3TgM7y9EYcA5nObKhq3LWZ8lWmXLsIc0");
    }

    @Test
    void theRightPasscodeIsKnownAgainAndAnotherIsNot() {
        var kept = hashes.hash(SHARE, MARK);

        assertThat(hashes.isRight(kept, SHARE, MARK)).isTrue();
        assertThat(hashes.isRight(kept, SHARE, OTHER)).isFalse();
        assertThat(hashes.isOutdated(kept)).isFalse();
    }

    @Test
    void aPasscodeKeptInTheOldWayStillCountsAndIsToBeReplaced() {
        assertThat(hashes.isRight(OLD, SHARE, MARK)).isTrue();
        assertThat(hashes.isRight(OLD, SHARE, OTHER)).isFalse();
        assertThat(hashes.isOutdated(OLD)).isTrue();
    }

    @Test
    void aPasscodeKeptWithOtherParametersStillCountsAndIsToBeReplaced() {
        var kept = "$argon2id$v=19$m=8,t=1,p=1$AZmqAAAAcACAAAAAAAAABg$plnxJt2dl8Pc920vGOcTLg7HNRoFpg9dQ0csBBfe2Lo"
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(hashes.isRight(kept, SHARE, MARK)).isTrue();
        assertThat(hashes.isRight(kept, SHARE, OTHER)).isFalse();
        assertThat(hashes.isOutdated(kept)).isTrue();
    }

    @Test
    void whatIsKeptInAnUnknownWayIsAFaultAndNoWrongPasscode() {
        var kept = "$scrypt$ln=15,r=8,p=1$AAAA$AAAA".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> hashes.isRight(kept, SHARE, MARK)).isInstanceOf(IllegalStateException.class);
    }

    private static String hex(int first) {
        return IntStream.range(first, first + 32).mapToObj("%02x"::formatted).reduce("", String::concat);
    }
}
