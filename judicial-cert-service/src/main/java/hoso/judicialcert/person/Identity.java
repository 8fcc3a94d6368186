package hoso.judicialcert.person;

import java.util.Optional;

/// Who people are. It is asked anew for every request: an answer may not be used for another transaction (Decree
/// 69/2024 Art. 19.4).
public interface Identity {

    /// Who has this token.
    Vouched whoHas(String bearer);

    /// The person somebody asks for; empty when there is no such person, or the register knows of no such relation.
    Optional<Vouched> dependant(String bearer, Dependant dependant);

    /// The person an organisation names; empty unless number, name and birth date agree.
    Optional<Vouched> identify(Person person);
}
