package hoso.chassis.work;

/// A table of a service that keeps the state of its own items, and which of them do not get done. Each part is SQL over
/// the columns of the table and is written in the program, never taken from a request.
///
/// @param name of the table
/// @param worker the name of the worker of an item
/// @param since from when an item waits
/// @param reason why it is not done: a code, never a text that somebody sent
/// @param stuck the condition that makes an item stuck; `:failures` and `:before` are those of [StuckSource#stuck]
public record StuckTable(String name, String worker, String since, String reason, String stuck) {

    String count() {
        return """
                select worker, count(*) items, min(since) oldest, (array_agg(reason order by since))[1] reason
                from (select %s worker, %s since, %s reason from %s where %s) item
                group by worker order by worker
                """.formatted(worker, since, reason, name, stuck);
    }
}
