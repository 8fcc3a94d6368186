package hoso.gateway.routes;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Bodies that are still arriving: few of one caller, a bounded number in all, and of those that hold a connection to a
/// service no more than leave others enough of them. Nearly every body is whole within a moment and takes none of these
/// places. Where there is no room for one that is not, the slowest gives way, so that uploads that stand still never
/// keep out one that does not.
@ApplicationScoped
class Uploads {

    /// What is whole by then takes no place.
    static final Duration YOUNG = Duration.ofMillis(250);

    private static final String ALL = "all";

    private final UploadsConfig config;
    private final Clock clock;
    /// In the order in which they began.
    private final Set<Upload> beginning = new LinkedHashSet<>();
    private final Map<String, Set<Upload>> groups = new HashMap<>();

    Uploads(UploadsConfig config, Clock clock, MeterRegistry meters) {
        this.config = config;
        this.clock = clock;
        meters.gauge("gateway.uploads.unfinished", this, Uploads::unfinished);
    }

    /// A body that begins to arrive. If too many have just begun, the one that began first has to settle now.
    void begin(Upload upload) {
        Optional<Upload> first = Optional.empty();
        synchronized (this) {
            beginning.add(upload);
            if (beginning.size() > config.inAll()) {
                first = beginning.stream().findFirst();
                first.ifPresent(beginning::remove);
            }
        }
        first.ifPresent(Upload::settleNow);
    }

    /// A place for a body that is still arriving.
    ///
    /// @return false if it is slower than all that have one
    boolean settle(Upload upload) {
        return enter(caller(upload), config.perCaller(), upload) && enter(ALL, config.inAll(), upload);
    }

    /// A place for a body that is more than small and now needs a connection to its service.
    ///
    /// @return false if it is slower than all that have one
    boolean connect(Upload upload) {
        return enter(service(upload), config.perService(), upload);
    }

    synchronized void end(Upload upload) {
        beginning.remove(upload);
        for (var name : List.of(caller(upload), ALL, service(upload))) {
            groups.computeIfPresent(name, (_, group) -> {
                group.remove(upload);
                return group.isEmpty() ? null : group;
            });
        }
    }

    synchronized int unfinished() {
        return beginning.size() + groups.getOrDefault(ALL, Set.of()).size();
    }

    private static String caller(Upload upload) {
        return "caller " + upload.caller();
    }

    private static String service(Upload upload) {
        return "service " + upload.service();
    }

    private boolean enter(String name, int most, Upload upload) {
        Optional<Upload> gives = Optional.empty();
        synchronized (this) {
            beginning.remove(upload);
            var group = groups.computeIfAbsent(name, _ -> new HashSet<>());
            group.add(upload);
            if (group.size() > most) {
                var now = clock.instant();
                gives = group.stream().min(Comparator.comparingDouble(one -> one.bytesPerSecond(now)));
                gives.ifPresent(this::end);
            }
        }
        if (gives.isEmpty()) {
            return true;
        }
        if (gives.get().equals(upload)) {
            return false;
        }
        gives.get().giveWay();
        return true;
    }
}
