package hoso.check.fuzz;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/// Values that have broken services before: lengths, encodings, borders of types and calendars, words of other
/// languages that an interpreter behind might understand.
final class Values {

    /// An id that nothing has.
    static final String UNKNOWN = "0192f0c4-7d1c-7abc-8def-0123456789ab";

    static final List<String> STRINGS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u202eabc",
            "\u200b",
            "\uFEFFx",
            "\uFFFF",
            "\uFDD0",
            "e\u0301".repeat(200),
            "a" + "\u0301".repeat(3_000),
            "D\u0323\u0300",
            "𝟎𝟎𝟑",
            "🏥".repeat(130),
            "İ",
            "ß",
            "ﬀ",
            "\u2011",
            "A".repeat(256),
            "A".repeat(5_000),
            "A".repeat(70_000),
            "' or 1=1--",
            "'||pg_sleep(3)--",
            "${jndi:ldap://127.0.0.1:9/a}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "http://127.0.0.1:9/inner",
            "//127.0.0.1:9",
            "file:///etc/passwd",
            "../../../../etc/passwd",
            "a\r\n2026-11-30 00:00:00.000 INFO forged",
            "%s%s%n",
            "null",
            "true",
            "-1",
            "NaN",
            "1e400",
            "2147483648",
            "9223372036854775808",
            "2026-02-30",
            "2026-13-45",
            "0000-00-00",
            "0000-01-01",
            "0001-01-01",
            "1970-01-01",
            "9999-12-31",
            "10000-01-01",
            "+10000-01-01",
            "-999999999-01-01",
            "+999999999-12-31",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:60Z",
            "9999-12-31T23:59:59.999999999Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00+18:00",
            "00３０８５０００００１",
            "003٠٨٥000001",
            "003099000999 ",
            "\t003099000999",
            "003099000999",
            "a@b",
            "a@b\r\nBcc: x@y",
            "\"a b\"@x.vn",
            "a@" + "b".repeat(300) + ".vn",
            "xn--a@xn--b.vn",
            "0912 345 678",
            "+84912345678",
            UNKNOWN,
            UNKNOWN.toUpperCase(java.util.Locale.ROOT),
            "1-1-1-1-1",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "{" + UNKNOWN + "}",
            "0".repeat(64),
            "F".repeat(64));

    /// Written into JSON as they stand here.
    static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "1.5",
            "-0.5",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "123456789012345678901234567890123456789012345678901234567890",
            "0.0000000000000000000000000000000000001",
            "1e308",
            "1e400",
            "-1e400",
            "1e99999",
            "1E1000000000",
            "1".repeat(1_500),
            "00",
            "1.",
            "+1",
            "0x10",
            "NaN",
            "Infinity");

    /// Segments of a path, as they stand in the request line.
    static final List<String> SEGMENTS = List.of(
            "x",
            "%00",
            "%20",
            "%ff",
            "%c3%28",
            "%F0%9F%98%80",
            "%E1%BA%BF",
            "%",
            "%zz",
            "..%2f..",
            "%252e",
            "a".repeat(2_000),
            "null",
            "undefined",
            "-1",
            "0",
            "1e3",
            "99999999999999999999",
            "2147483648",
            "9223372036854775808",
            UNKNOWN,
            UNKNOWN.toUpperCase(java.util.Locale.ROOT),
            "{" + UNKNOWN + "}",
            UNKNOWN + "%00",
            UNKNOWN + ";a=b",
            UNKNOWN + "%3Ba=b",
            UNKNOWN + ".json",
            UNKNOWN + "%20",
            "1-1-1-1-1",
            "0-0-0-0-0",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "2026-13-45",
            "0000-00-00",
            "-999999999-01-01",
            "%2B999999999-12-31",
            "+999999999-12-31",
            "9999-12-31",
            "10000-01-01",
            "'%7C%7Cpg_sleep(3)--",
            "0".repeat(64),
            "F".repeat(64),
            "~",
            "*",
            "(select)");

    /// Values of query parameters that are no cursor and no limit.
    static final List<String> LIMITS = List.of(
            "-1",
            "0",
            "1",
            "100",
            "101",
            "2147483647",
            "2147483648",
            "99999999999999999999",
            "abc",
            "1.5",
            "",
            "%00",
            "1e3",
            "+5",
            "%205",
            "%D9%A3",
            "0x10",
            "%",
            "%zz",
            "%ff");

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Values() {}

    /// A value of `after`: none of ours, or one of the right form from a time that never was.
    static String cursor(Chance chance) {
        return switch (chance.below(8)) {
            case 0 -> BASE64.encodeToString(cursor(Long.MAX_VALUE, chance));
            case 1 -> BASE64.encodeToString(cursor(Long.MIN_VALUE, chance));
            case 2 -> BASE64.encodeToString(cursor(chance.below(Integer.MAX_VALUE) * 1_000_000L, chance));
            case 3 -> BASE64.encodeToString(chance.bytes(24));
            case 4 -> BASE64.encodeToString(chance.bytes(25));
            case 5 -> "a".repeat(3_000);
            case 6 ->
                chance.pick(List.of("", "x", "AAAA", "====", "0", "-1", "2026-01-01", "1%27%20or%20%271%27=%271"));
            default -> chance.pick(LIMITS);
        };
    }

    private static byte[] cursor(long micros, Chance chance) {
        return ByteBuffer.allocate(24).putLong(micros).put(chance.bytes(16)).array();
    }
}
