package hoso.identity.identification;

import hoso.chassis.personal.PersonalNumber;
import hoso.identity.citizen.AccountLevel;
import hoso.identity.citizen.Citizen;
import hoso.identity.citizen.Citizens;
import hoso.identity.identification.AttemptBudget.Spending;
import hoso.identity.register.RegisteredPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/// Lets a citizen name somebody who is theirs. Two short transactions, and the register is asked between them: first an
/// attempt is spent, then it is given back unless it was a wrong guess.
@ApplicationScoped
class IdentifyDependant {
    private final Citizens citizens;
    private final IdentifyCitizen identifyCitizen;
    private final AttemptBudgets budgets;
    private final IdentificationConfig config;
    private final Clock clock;

    IdentifyDependant(
            Citizens citizens,
            IdentifyCitizen identifyCitizen,
            AttemptBudgets budgets,
            IdentificationConfig config,
            Clock clock) {
        this.citizens = citizens;
        this.identifyCitizen = identifyCitizen;
        this.budgets = budgets;
        this.config = config;
        this.clock = clock;
    }

    sealed interface Beginning {
        /// Whose relatives the register is to be asked for.
        record MayAsk(PersonalNumber own) implements Beginning {}

        record NoSuchCitizen() implements Beginning {}

        /// The token is older than the account it was issued for.
        record LevelTooLow() implements Beginning {}

        record TooManyAttempts(Duration pause) implements Beginning {}
    }

    @Transactional
    Beginning begin(UUID citizenId) {
        var found = citizens.find(citizenId);
        if (found.isEmpty()) {
            return new Beginning.NoSuchCitizen();
        }
        var citizen = found.get();
        if (citizen.level() != AccountLevel.TWO) {
            return new Beginning.LevelTooLow();
        }
        return switch (budgets.findForChange(citizenId).spend(clock.instant(), config.attempts(), config.window())) {
            case Spending.Spent(var left) -> {
                budgets.save(citizenId, left);
                yield new Beginning.MayAsk(
                        new PersonalNumber(citizen.snapshot().person().personalNumber()));
            }
            case Spending.Exhausted(var pause) -> new Beginning.TooManyAttempts(pause);
        };
    }

    /// The register confirmed all of it.
    @Transactional
    Citizen confirm(UUID citizenId, PersonalNumber number, RegisteredPerson dependant) {
        var identified = identifyCitizen.identify(number, dependant);
        giveBack(citizenId);
        return identified;
    }

    /// The register told nothing.
    @Transactional
    void giveBack(UUID citizenId) {
        budgets.save(citizenId, budgets.findForChange(citizenId).giveBack());
    }
}
