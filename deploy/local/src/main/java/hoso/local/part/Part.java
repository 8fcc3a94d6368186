package hoso.local.part;

import hoso.local.process.End;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One process of the system: how it is started, when it counts as ready, what must be ready before it.
public record Part(
        String name,
        List<String> command,
        Path folder,
        Map<String, String> environment,
        List<Port> ports,
        List<String> needs,
        Probe probe,
        Task prepare,
        End end,
        Patience patience) {

    /// Asks the part whether it does its work. Answers within a few seconds, whatever the part does.
    @FunctionalInterface
    public interface Probe {
        Answer ask() throws InterruptedException;
    }

    /// What a part says when it is asked. One that says it is not ready lives: it waits for another part, or is not
    /// done yet. Only one that says nothing may hang.
    public enum Answer {
        READY,
        NOT_READY,
        SILENT
    }

    /// What is to be done once the part answers, before others may rely on it. Done again after each
    /// restart, so it must find its own work done.
    @FunctionalInterface
    public interface Task {
        void run() throws Exception;
    }

    public static final Task NOTHING = () -> {};
}
