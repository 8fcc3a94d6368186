package hoso.gateway.routes;

import hoso.gateway.problem.GatewayProblem;
import hoso.gateway.problem.GatewayProblem.Kind;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A caller's body. Its first bytes are collected, up to what is small; a body that ends there is known whole before a
/// connection to its service is taken. The rest of a larger one is a stream that is counted and timed. All of it runs
/// on the event loop of its call.
final class Upload implements ReadStream<Buffer> {

    /// What becomes of a body: it is whole, or large and then sent; or it is refused, also after it was large.
    interface Reader {
        void whole(Buffer body);

        /// It is more than small; the upload is paused and is its stream, what was collected included.
        void large();

        /// The caller hung up.
        void gone();

        /// The last byte of a large one has arrived.
        void sent();

        void refused(GatewayProblem problem);
    }

    private final HttpServerRequest in;
    private final String caller;
    private final String service;
    private final UploadsConfig config;
    private final Vertx vertx;
    private final Context context;
    private final Uploads uploads;
    private final Reader reader;
    private final Clock clock;
    private final Instant begun;
    private final Buffer first = Buffer.buffer();

    /// Read by other threads too, which look for the slowest.
    private final AtomicLong received = new AtomicLong();
    private long timer = -1;
    private long settling = -1;
    private boolean collecting = true;
    private boolean firstIsOut;
    private boolean held;
    private Duration heldFor = Duration.ZERO;
    private Instant heldSince;
    private boolean ended;
    private boolean over;
    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Void> endHandler;
    private @Nullable Handler<Throwable> exceptionHandler;

    Upload(HttpServerRequest in, String caller, String service, Surroundings around, Reader reader) {
        this.in = in;
        this.caller = caller;
        this.service = service;
        this.config = around.config();
        this.vertx = around.vertx();
        this.context = vertx.getOrCreateContext();
        this.uploads = around.uploads();
        this.clock = around.clock();
        this.reader = reader;
        this.begun = clock.instant();
        this.heldSince = begun;
    }

    /// What all uploads have in common.
    record Surroundings(UploadsConfig config, Vertx vertx, Uploads uploads, Clock clock) {}

    String caller() {
        return caller;
    }

    String service() {
        return service;
    }

    Duration age(Instant now) {
        return Duration.between(begun, now);
    }

    double bytesPerSecond(Instant now) {
        return received.get() * 1000.0 / Math.max(1, age(now).toMillis());
    }

    /// @param declared the length it says it has, 0 for none
    void begin(long declared) {
        if (declared > config.largestBytes()) {
            refuse(tooLarge());
            return;
        }
        in.handler(this::received);
        in.endHandler(_ -> end());
        in.exceptionHandler(cause -> {
            finish();
            reader.gone();
            if (exceptionHandler != null) {
                exceptionHandler.handle(cause);
            }
        });
        uploads.begin(this);
        settling = vertx.setTimer(Uploads.YOUNG.toMillis(), _ -> settle());
        watch();
        if ("100-continue".equalsIgnoreCase(in.getHeader("Expect"))) {
            in.response().writeContinue();
        }
        in.resume();
    }

    /// The call is over: nothing is told any more, and what still arrives is forgotten.
    void finish() {
        if (!over) {
            over = true;
            uploads.end(this);
            vertx.cancelTimer(timer);
            vertx.cancelTimer(settling);
        }
    }

    /// Still not whole: from now on it takes one of the places.
    private void settle() {
        if (!over && !uploads.settle(this)) {
            refuse(tooSlow());
        }
    }

    /// Called from whatever thread, before its time.
    void settleNow() {
        context.runOnContext(_ -> {
            vertx.cancelTimer(settling);
            settle();
        });
    }

    /// Called from whatever thread, when another upload has the place.
    void giveWay() {
        context.runOnContext(_ -> refuse(tooSlow()));
    }

    boolean isWhole() {
        return ended;
    }

    private void received(Buffer chunk) {
        if (over) {
            return;
        }
        if (received.addAndGet(chunk.length()) > config.largestBytes()) {
            refuse(tooLarge());
            return;
        }
        if (!collecting) {
            pass(chunk);
            return;
        }
        first.appendBuffer(chunk);
        if (first.length() > config.smallBytes()) {
            collecting = false;
            pause();
            if (uploads.connect(this)) {
                reader.large();
            } else {
                refuse(tooSlow());
            }
        }
    }

    private void end() {
        if (over) {
            return;
        }
        ended = true;
        finish();
        if (collecting) {
            collecting = false;
            reader.whole(first);
            return;
        }
        reader.sent();
        if (endHandler != null) {
            endHandler.handle(null);
        }
    }

    private void pass(Buffer chunk) {
        if (handler != null) {
            handler.handle(chunk);
        }
    }

    private void refuse(GatewayProblem problem) {
        if (over) {
            return;
        }
        finish();
        reader.refused(problem.closing());
        in.resume();
    }

    /// Looks again when the bytes so far are used up at the lowest speed. Time in which the service took nothing is not
    /// the caller's.
    private void watch() {
        var allowed = config.grace().toMillis() + received.get() * 1000 / config.leastBytesPerSecond();
        var now = clock.instant();
        var used = age(now).minus(heldFor).minus(held ? Duration.between(heldSince, now) : Duration.ZERO);
        if (used.toMillis() >= allowed || used.compareTo(config.longest()) >= 0) {
            refuse(tooSlow());
            return;
        }
        var wait = Math.min(allowed, config.longest().toMillis()) - used.toMillis();
        timer = vertx.setTimer(Math.max(1, wait), _ -> {
            if (!over) {
                watch();
            }
        });
    }

    private GatewayProblem tooLarge() {
        return GatewayProblem.of(Kind.TOO_LARGE).with("limitBytes", config.largestBytes());
    }

    private GatewayProblem tooSlow() {
        return GatewayProblem.of(Kind.UPLOAD_TOO_SLOW)
                .with("leastBytesPerSecond", config.leastBytesPerSecond())
                .with("limitSeconds", config.longest().toSeconds());
    }

    // --- the stream of a large body

    @Override
    public Upload handler(@Nullable Handler<Buffer> handler) {
        this.handler = handler;
        return this;
    }

    @Override
    public Upload pause() {
        if (!held) {
            held = true;
            heldSince = clock.instant();
        }
        in.pause();
        return this;
    }

    @Override
    public Upload resume() {
        if (held) {
            held = false;
            heldFor = heldFor.plus(Duration.between(heldSince, clock.instant()));
        }
        if (!firstIsOut) {
            firstIsOut = true;
            pass(first);
        }
        if (!held) {
            in.resume();
        }
        return this;
    }

    @Override
    public Upload fetch(long amount) {
        return resume();
    }

    @Override
    public Upload endHandler(@Nullable Handler<Void> endHandler) {
        this.endHandler = endHandler;
        return this;
    }

    @Override
    public Upload exceptionHandler(@Nullable Handler<Throwable> handler) {
        this.exceptionHandler = handler;
        return this;
    }
}
