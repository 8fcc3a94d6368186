package hoso.chassis.problem;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads faults without quoting them.
public final class Faults {
    private static final int FRAMES = 12;
    private static final int DEEPEST = 16;

    private Faults() {}

    /// Whether the database cannot be reached at the moment (SQLSTATE 08 connection, 57P admin shutdown, 53 resources):
    /// the work is not wrong, only early.
    public static boolean isDatabaseAway(Throwable fault) {
        return causes(fault).anyMatch(cause -> cause instanceof SQLException sql && isAway(sql));
    }

    private static boolean isAway(SQLException sql) {
        var state = sql.getSQLState();
        if (state == null) {
            var message = String.valueOf(sql.getMessage());
            return message.startsWith("Sorry, acquisition timeout") || message.contains("connection");
        }
        // 55P03: a row is held, perhaps by a commit that waits for its stand-by; 25006: this is not the primary any
        // more.
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.equals("55P03")
                || state.equals("25006");
    }

    /// Whether the database refused a second row under a unique key (SQLSTATE 23505).
    public static boolean isDuplicate(Throwable fault) {
        return causes(fault).anyMatch(cause -> cause instanceof SQLException sql && "23505".equals(sql.getSQLState()));
    }

    /// Whether the database refused a text for a character that it cannot keep (SQLSTATE 22021: U+0000): somebody sent
    /// one.
    public static boolean isUnkeepableText(Throwable fault) {
        return causes(fault).anyMatch(cause -> cause instanceof SQLException sql && "22021".equals(sql.getSQLState()));
    }

    /// Class names and the nearest places in our own code, without any message.
    public static String trace(Throwable fault) {
        return causes(fault)
                .map(cause -> cause.getClass().getName()
                        + Stream.of(cause.getStackTrace())
                                .filter(frame -> frame.getClassName().startsWith("hoso."))
                                .limit(FRAMES)
                                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(" caused by "));
    }

    private static Stream<Throwable> causes(Throwable fault) {
        var causes = new ArrayList<Throwable>();
        collect(fault, causes);
        return causes.stream();
    }

    /// The transaction manager reports some faults of a commit as suppressed ones.
    private static void collect(@Nullable Throwable fault, List<Throwable> causes) {
        if (fault != null && causes.size() < DEEPEST && !causes.contains(fault)) {
            causes.add(fault);
            collect(fault.getCause(), causes);
            for (var suppressed : fault.getSuppressed()) {
                collect(suppressed, causes);
            }
        }
    }
}
