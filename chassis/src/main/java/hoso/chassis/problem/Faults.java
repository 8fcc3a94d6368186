package hoso.chassis.problem;

import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads faults without quoting them.
public final class Faults {
    private static final int FRAMES = 12;
    private static final int DEEPEST = 16;
    private static final String BODY_STREAM = "org.jboss.resteasy.reactive.server.vertx.VertxInputStream";
    private static final Set<String> UNKEEPABLE = Set.of("22008", "22003");

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

    /// Whether the work ran out of time or lost to other work, so that the same command may be sent again: a
    /// transaction was rolled back at its time limit, a statement was cancelled (SQLSTATE 57014), two transactions
    /// waited for each other (40P01) or could not both be kept (40001). A commit that a
    /// constraint refused is a fault.
    public static boolean isOutOfTime(Throwable fault) {
        var states = causes(fault)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .filter(state -> !state.equals("null"))
                .toList();
        return states.isEmpty()
                ? causes(fault).anyMatch(Faults::isRolledBack)
                : states.stream().anyMatch(state -> state.equals("57014") || state.startsWith("40"));
    }

    /// What is thrown when somebody works on in a transaction that the transaction manager has ended: by the manager
    /// on commit, by Hibernate in the thread that was late, by the pool for a connection without a transaction.
    private static boolean isRolledBack(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return cause instanceof RollbackException
                || message.startsWith("Transaction was rolled back in a different thread")
                || message.startsWith("Enlisted connection used without active transaction");
    }

    /// Whether whoever sent the request went away in the middle of it. Nobody is there to be answered.
    public static boolean isCallerGone(Throwable fault) {
        return causes(fault).anyMatch(cause -> cause instanceof IOException && Faults.isOfTheBody(cause));
    }

    /// Only the stream of a request's body: a partner or a broker that hangs up is another matter.
    private static boolean isOfTheBody(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(BODY_STREAM));
    }

    /// Whether the database refused a text for a character that it cannot keep (SQLSTATE 22021: U+0000): somebody sent
    /// one.
    public static boolean isUnkeepableText(Throwable fault) {
        return causes(fault).anyMatch(cause -> cause instanceof SQLException sql && "22021".equals(sql.getSQLState()));
    }

    /// Whether the database refused a time beyond its years (SQLSTATE 22008) or a number beyond its column (22003):
    /// somebody sent one, and no check before the database saw it.
    public static boolean isUnkeepableValue(Throwable fault) {
        return causes(fault)
                .anyMatch(cause ->
                        cause instanceof SQLException sql && UNKEEPABLE.contains(String.valueOf(sql.getSQLState())));
    }

    /// Whether Quarkus broke while it took the caller's token apart: dots alone leave its reader without a part.
    static boolean isTokenUnreadable(Throwable fault) {
        return fault instanceof NoSuchElementException
                && Stream.of(fault.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(name -> !name.startsWith("java."))
                        .findFirst()
                        .filter(name -> name.startsWith("io.quarkus.oidc."))
                        .isPresent();
    }

    /// Whether a fault is, or came of, one of this kind.
    public static boolean has(Throwable fault, Class<? extends Throwable> kind) {
        return causes(fault).anyMatch(kind::isInstance);
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
