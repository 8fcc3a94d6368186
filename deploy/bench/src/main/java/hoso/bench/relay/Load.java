package hoso.bench.relay;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/// The events of one run, numbered: the same seed gives the same events to each contender. A payload is 400
/// bytes of JSON that begin with the event's number, so that a reader knows it again in whatever wrapping
/// it arrives.
record Load(long seed) {
    static final int BYTES = 400;
    /// As many as there may be people with something under way at one time.
    private static final int KEYS = 1_000;

    UUID id(int number) {
        var random = random(number);
        return new UUID(random.nextLong(), random.nextLong());
    }

    String key(int number) {
        return "dossier-" + random(number).nextInt(KEYS);
    }

    String payload(int number) {
        var head = "{\"n\":" + number + ",\"fact\":\"";
        var tail = "\"}";
        var random = random(number);
        var text = new StringBuilder(BYTES).append(head);
        while (text.length() < BYTES - tail.length()) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.append(tail).toString();
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed * 1_000_003 + number);
    }

    /// The number of the event in these bytes: their first digits.
    static int number(byte[] value) {
        var at = 0;
        while (at < value.length && !isDigit(value[at])) {
            at++;
        }
        if (at == value.length) {
            throw new IllegalArgumentException("not one of our events: " + new String(value, StandardCharsets.UTF_8));
        }
        var number = 0;
        while (at < value.length && isDigit(value[at])) {
            number = number * 10 + value[at] - '0';
            at++;
        }
        return number;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }
}
