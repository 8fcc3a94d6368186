package hoso.bench.parts;

import hoso.bench.report.Figures;
import hoso.bench.report.Spread;
import hoso.local.command.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A bare Quarkus route in a process of its own, called at the rate at which something else is measured. Machines
/// differ by a factor of two and are seldom alone: a latency says something only as a multiple of this one, of the
/// same run.
public final class Bare {
    private static final String DATABASE = "bare";
    private static final int WARMUP = 20_000;

    /// A tail that is longer than so many bare ones has a cause of its own.
    private static final double MOST = 4;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final HttpRequest request;
    private final List<double[]> taken = new ArrayList<>();

    private Bare(URI address) {
        this.request = HttpRequest.newBuilder(address.resolve("/bare"))
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    /// Starts it and warms it up. It ends with the installation.
    public static Bare start(Installation installation, Progress progress)
            throws IOException, SQLException, InterruptedException {
        progress.say("starting a bare route");
        installation.makeDatabase(DATABASE);
        var port = installation.freePort();
        installation
                .service("bare", DATABASE, port, Installation.LONG_LIVED, Map.of("HOSO_PASSIVE", "true"))
                .start();
        var address = URI.create("http://127.0.0.1:" + port);
        installation.awaitReady("the bare route", address);
        var bare = new Bare(address);
        Pressure.closed(8, WARMUP, bare::call);
        return bare;
    }

    /// Measures it, once more.
    public void measure(int rate, int calls, Progress progress) throws IOException, InterruptedException {
        var millis = Pressure.open(rate, calls, this::call).millis();
        progress.say("  a bare route at %d a second: p50 %.1f ms, p99 %.1f ms"
                .formatted(rate, millis.percentile(50), millis.percentile(99)));
        taken.add(millis.values());
    }

    /// All that was measured together.
    public Spread millis() {
        return Spread.of(taken.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /// Adds the bare tail, and how many times as long the measured one is.
    ///
    /// @param p99 milliseconds
    public Figures beside(double p99, Figures figures, Progress progress) {
        var own = millis().percentile(99);
        progress.goal(
                p99 <= MOST * own,
                "p99 at most %.0f times that of a bare route (%.1f ms is %.1f times %.1f ms)"
                        .formatted(MOST, p99, p99 / own, own));
        return figures.with("bare_p99_ms", own, 1).with("bare_p99_ratio", p99 / own, 1);
    }

    private void call(int number) throws IOException, InterruptedException {
        var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("call " + number + " of the bare route answered " + response.statusCode());
        }
    }
}
