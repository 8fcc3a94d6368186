package hoso.gateway.routes;

import io.vertx.core.Vertx;
import java.time.Duration;

/// One end at a time for what is being waited for; a new one takes the place of the one before.
final class Deadline {

    private final Vertx vertx;
    private long timer = -1;

    Deadline(Vertx vertx) {
        this.vertx = vertx;
    }

    void in(Duration wait, Runnable then) {
        stop();
        timer = vertx.setTimer(wait.toMillis(), _ -> {
            timer = -1;
            then.run();
        });
    }

    void stop() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
    }
}
