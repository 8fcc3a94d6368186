package hoso.chassis.personal;

/// A value that holds something personal and therefore never prints it: not in a log line, not in an exception,
/// not in a debugger's list. Whoever needs the text asks for the component by name.
public interface Sensitive {

    /// What `toString` of a hidden value answers: its type, and that something is there.
    static String mask(Sensitive value) {
        return value.getClass().getSimpleName() + "[***]";
    }
}
