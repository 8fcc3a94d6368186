package hoso.gateway.routes;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// W3C Trace Context: the trace begins here when the caller brought none, so one command can be followed through
/// every service and event.
record TraceParent(String value, boolean begunHere) {

    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    static TraceParent of(@Nullable String brought, RandomGenerator random) {
        if (brought != null && FORM.matcher(brought).matches()) {
            return new TraceParent(brought, false);
        }
        var bytes = new byte[24];
        random.nextBytes(bytes);
        bytes[0] |= 1;
        bytes[16] |= 1;
        var hex = HexFormat.of();
        return new TraceParent("00-" + hex.formatHex(bytes, 0, 16) + "-" + hex.formatHex(bytes, 16, 24) + "-01", true);
    }

    String traceId() {
        return value.substring(3, 35);
    }
}
