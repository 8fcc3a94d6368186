package hoso.healthrecord.held;

import hoso.chassis.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;

/// What a citizen is told who accepts or disowns a visit: the same each time.
final class SettledAnswer {
    private static final Logger LOG = Logger.getLogger(SettledAnswer.class);

    private SettledAnswer() {}

    static Response of(Settled settled, String what, UUID visit) {
        return switch (settled) {
            case DONE -> {
                LOG.infof("visit=%s id=%s", what, visit);
                yield Response.noContent().build();
            }
            case DIFFERS -> throw Problem.of(409, "held-visit-differs").raise();
            case NONE -> throw Problem.notFound().raise();
        };
    }
}
