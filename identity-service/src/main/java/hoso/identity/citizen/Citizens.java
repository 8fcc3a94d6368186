package hoso.identity.citizen;

import hoso.chassis.personal.PersonalNumber;
import java.util.Optional;
import java.util.UUID;

/// The citizens who have an account, and those identified without one.
public interface Citizens {

    Optional<Citizen> find(UUID id);

    /// The citizen, kept from being changed by anybody else until the transaction ends.
    Optional<Citizen> findForChange(UUID id);

    /// The citizen to whom the number belongs now. Until the transaction ends nobody else can ask this for the same
    /// number, so two desks enrolling one person at once make one citizen.
    Optional<Citizen> findForChange(PersonalNumber number);

    void add(Citizen citizen, PersonalNumber number);

    void save(Citizen citizen);
}
