package hoso.local.run;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The six digits an authenticator app shows now (RFC 6238: HMAC-SHA-1, 30 seconds).
public final class Passcode {

    public static final int PERIOD = 30;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Passcode() {}

    public static String at(String seed, Instant now) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(seed), "HmacSHA1"));
            var step = Math.floorDiv(now.getEpochSecond(), PERIOD);
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xF;
            var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFFFFFF;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows HMAC-SHA-1", e);
        }
    }

    private static byte[] decoded(String base32) {
        var bytes = new ByteArrayOutputStream();
        var bits = 0;
        var count = 0;
        for (var i = 0; i < base32.length(); i++) {
            bits = bits << 5 | BASE32.indexOf(base32.charAt(i));
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.write(bits >> count & 0xFF);
            }
        }
        return bytes.toByteArray();
    }
}
