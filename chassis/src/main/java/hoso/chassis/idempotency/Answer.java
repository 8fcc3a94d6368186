package hoso.chassis.idempotency;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The first answer to a command: kept, and given again.
///
/// @param status HTTP status code
/// @param location where the thing made can be read; null when nothing was made
/// @param body written as JSON; null for none. It is kept in clear: nothing personal, which is read anew instead
public record Answer(
        int status, @Nullable URI location, @Nullable Object body) {

    public static Answer created(URI location, Object body) {
        return new Answer(201, location, body);
    }

    public static Answer ok(Object body) {
        return new Answer(200, null, body);
    }
}
