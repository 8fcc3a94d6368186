package hoso.gateway.routes;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/// A stream that is told of when it is longer than allowed, and is not passed on from there.
final class Bounded implements ReadStream<Buffer> {

    private final ReadStream<Buffer> stream;
    private final long most;
    private final Runnable tooLong;
    private long length;

    Bounded(ReadStream<Buffer> stream, long most, Runnable tooLong) {
        this.stream = stream;
        this.most = most;
        this.tooLong = tooLong;
    }

    @Override
    public Bounded handler(@Nullable Handler<Buffer> handler) {
        if (handler == null) {
            stream.handler(null);
            return this;
        }
        stream.handler(chunk -> {
            var before = length;
            length += chunk.length();
            if (length <= most) {
                handler.handle(chunk);
            } else if (before <= most) {
                tooLong.run();
            }
        });
        return this;
    }

    @Override
    public Bounded pause() {
        stream.pause();
        return this;
    }

    @Override
    public Bounded resume() {
        stream.resume();
        return this;
    }

    @Override
    public Bounded fetch(long amount) {
        stream.fetch(amount);
        return this;
    }

    @Override
    public Bounded endHandler(@Nullable Handler<Void> endHandler) {
        stream.endHandler(endHandler);
        return this;
    }

    @Override
    public Bounded exceptionHandler(@Nullable Handler<Throwable> handler) {
        stream.exceptionHandler(handler);
        return this;
    }
}
