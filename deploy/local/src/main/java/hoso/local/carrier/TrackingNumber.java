package hoso.local.carrier;

/// Tracking numbers as the postal union writes them (S10): two letters, eight digits, a check digit, the country.
final class TrackingNumber {

    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    private TrackingNumber() {}

    static String of(long serial) {
        var digits = String.format(java.util.Locale.ROOT, "%08d", Math.floorMod(serial, 100_000_000L));
        return "EE" + digits + check(digits) + "VN";
    }

    private static int check(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        var digit = 11 - sum % 11;
        return digit == 10 ? 0 : digit == 11 ? 5 : digit;
    }
}
