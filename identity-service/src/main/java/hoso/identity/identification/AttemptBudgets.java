package hoso.identity.identification;

import java.util.UUID;

/// The attempts of each citizen.
interface AttemptBudgets {

    /// The budget, a full one for who has none yet; kept from being changed by anybody else until the transaction ends.
    AttemptBudget findForChange(UUID citizenId);

    void save(UUID citizenId, AttemptBudget budget);
}
