package hoso.local.process;

/// How a process is asked to end: PostgreSQL waits for its clients on TERM and disconnects them on INT.
public enum End {
    TERM,
    INT
}
