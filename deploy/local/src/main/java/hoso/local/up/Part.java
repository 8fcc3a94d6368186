package hoso.local.up;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One process of the system: how it is started, when it counts as ready, what must be ready before it.
record Part(
        String name,
        List<String> command,
        Path folder,
        Map<String, String> environment,
        List<Port> ports,
        List<String> needs,
        Probe probe,
        Task prepare,
        End end,
        Duration patience) {

    /// Answers whether the part does its work.
    @FunctionalInterface
    interface Probe {
        boolean ready() throws InterruptedException;
    }

    /// What is to be done once the part answers, before others may rely on it. Done again after each
    /// restart, so it must find its own work done.
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    /// How a process is asked to end: PostgreSQL waits for its clients on TERM and disconnects them on INT.
    enum End {
        TERM,
        INT
    }

    static final Task NOTHING = () -> {};
}
