package hoso.check.fuzz;

/// Kinds of findings, each a figure of the result.
enum Kind {
    /// 5xx that the operation does not declare.
    UNDECLARED_5XX("undeclared_5xx"),
    /// A status, a form of answer or a member of a problem that the contract does not declare.
    UNDECLARED("undeclared"),
    /// No answer, or not to its end, while somebody waits.
    HUNG("hung"),
    /// Words that tell how the service is built: a stack, the name of a class, of an exception or of a database.
    TRACES("traces");

    private final String figure;

    Kind(String figure) {
        this.figure = figure;
    }

    /// Its name in the last line.
    String figure() {
        return figure;
    }
}
