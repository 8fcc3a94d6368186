package hoso.judicialcert.register.conviction;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.person.Person;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A judgment, what followed it, and what it amounts to on the day that was asked for.
///
/// @param execution in the order of the decisions
public record Conviction(Judgment judgment, List<ExecutionDecision> execution, Expungement expungement)
        implements Entry, Sensitive {

    @Override
    public UUID id() {
        return judgment.id();
    }

    @Override
    public Person person() {
        return judgment.person();
    }

    /// What the register last heard of the execution.
    public Optional<ExecutionDecision> lastDecision() {
        return execution.isEmpty() ? Optional.empty() : Optional.of(execution.getLast());
    }

    /// The general amnesty it fell under. Circular 13/2011 Art. 14.2 has no words for it on certificate No. 2: an
    /// officer looks.
    public Optional<ExecutionDecision> generalAmnesty() {
        return execution.stream()
                .filter(decision -> decision.step() == ExecutionStep.GENERAL_AMNESTY)
                .findFirst();
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
