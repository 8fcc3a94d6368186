package hoso.chassis.problem;

import java.util.UUID;

/// An id in an address, for a route that first asks who is calling and then what for.
public final class PathId {
    private PathId() {}

    /// What is no id is nobody's id.
    ///
    /// @throws ProblemException the problem `not-found` (404) when the text is no UUID
    public static UUID read(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Problem.notFound().raise();
        }
    }
}
