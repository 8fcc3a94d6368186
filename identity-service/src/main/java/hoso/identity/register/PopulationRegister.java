package hoso.identity.register;

import hoso.chassis.personal.PersonalNumber;
import java.util.Set;

/// The national population register, as a port.
public interface PopulationRegister {

    /// Asks for the person of a number. Takes a few seconds at most; never asks inside a transaction of the caller.
    Answer lookUp(PersonalNumber number);

    /// What the register answers.
    sealed interface Answer {
        /// The relatives stand beside the entry and not in it: whoever keeps an entry keeps no numbers of others.
        record Found(RegisteredPerson person, Set<Relative> relatives) implements Answer {
            public Found {
                relatives = Set.copyOf(relatives);
            }
        }

        record Unknown() implements Answer {}

        /// No usable answer: down, slow, or an answer about somebody else.
        record Unavailable(String reason) implements Answer {}
    }
}
