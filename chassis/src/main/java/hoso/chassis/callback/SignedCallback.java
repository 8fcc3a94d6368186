package hoso.chassis.callback;

import hoso.chassis.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A call-back of a partner, signed with a secret both know: header `Hoso-Signature: t=<seconds>,v1=<hex>` with the
/// HMAC-SHA-256 of `<seconds>.<body>`. The time makes an old call-back useless to whoever recorded it; a repeated one
/// within the tolerance is for the receiver to recognise by its own number.
public final class SignedCallback {
    public static final String HEADER = "Hoso-Signature";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern FORM = Pattern.compile("t=(?<time>[0-9]{1,12}),v1=(?<mac>[0-9a-f]{64})");

    private SignedCallback() {}

    /// The header of a call-back sent at `now`.
    public static String sign(String secret, Instant now, byte[] body) {
        var time = now.getEpochSecond();
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac(secret, time, body));
    }

    /// Refuses a call-back that is not signed, wrongly signed, or not of now: 401 `signature-invalid`, one
    /// answer for all three.
    public static void verify(String secret, @Nullable String header, byte[] body, Instant now) {
        if (!isGenuine(secret, header, body, now)) {
            throw Problem.of(401, "signature-invalid").raise();
        }
    }

    private static boolean isGenuine(String secret, @Nullable String header, byte[] body, Instant now) {
        if (header == null) {
            return false;
        }
        var form = FORM.matcher(header);
        if (!form.matches()) {
            return false;
        }
        var time = Long.parseLong(form.group("time"));
        var isFresh = Math.abs(now.getEpochSecond() - time) <= TOLERANCE.toSeconds();
        var isSigned =
                MessageDigest.isEqual(mac(secret, time, body), HexFormat.of().parseHex(form.group("mac")));
        return isFresh && isSigned;
    }

    private static byte[] mac(String secret, long time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
