package hoso.local.part;

import java.time.Duration;

/// How long a part is waited for. A slow machine is no fault of the part: as long as its log grows or it uses the
/// processor, it is given much more time than one that stands still.
///
/// @param probe pause between two questions to a part that runs
/// @param still a part that answers nothing and makes no progress for this long hangs, and is started again
/// @param silent a part that runs and answers nothing for this long is started again, whatever it computes
/// @param start a part that is not ready after this long is started again, whatever it computes
public record Patience(Duration probe, Duration still, Duration silent, Duration start) {

    /// Keycloak has been seen to make its schema for 18 minutes on a busy machine, and to be well afterwards.
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(45));
}
