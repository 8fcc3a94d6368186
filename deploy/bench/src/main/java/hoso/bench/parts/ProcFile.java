package hoso.bench.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Reads what the kernel tells about a process.
public final class ProcFile {
    /// USER_HZ: the unit of the times in `/proc`, 100 on every Linux one meets.
    private static final long TICK_MILLIS = 10;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CHILDREN_UTIME = 13;
    private static final int CHILDREN_STIME = 14;

    private ProcFile() {}

    /// User and system time of `/proc/<pid>/stat`.
    static Duration cpu(String stat) {
        return sum(stat, UTIME, STIME);
    }

    /// The same with the times of the children that have ended and were waited for.
    static Duration cpuWithEndedChildren(String stat) {
        return sum(stat, UTIME, STIME, CHILDREN_UTIME, CHILDREN_STIME);
    }

    /// The name of the program, second in line, may itself hold blanks and brackets: what counts begins
    /// after the last bracket.
    private static Duration sum(String stat, int... which) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var ticks = 0L;
        for (var field : which) {
            ticks += Long.parseLong(fields[field]);
        }
        return Duration.ofMillis(ticks * TICK_MILLIS);
    }

    /// Resident memory (VmRSS) of a process in MB of 2^20 bytes.
    public static long residentMegabytes(long pid) throws IOException {
        return residentMegabytes(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
    }

    static long residentMegabytes(String status) throws IOException {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("no VmRSS"));
    }
}
