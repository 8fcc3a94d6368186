package hoso.identity.register;

/// The national population register, as a port.
public interface PopulationRegister {

    /// Asks for the person of a number. Takes a few seconds at most; never asks inside a transaction of the caller.
    Answer lookUp(PersonalNumber number);

    /// What the register answers.
    sealed interface Answer {
        record Found(RegisteredPerson person) implements Answer {}

        record Unknown() implements Answer {}

        /// No usable answer: down, slow, or an answer about somebody else.
        record Unavailable(String reason) implements Answer {}
    }
}
