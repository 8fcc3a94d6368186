package hoso.identity.citizen;

import java.util.Optional;

/// Level of an electronic identity account (Decree 69/2024, Art. 7-9). Level 2 was proved in person, with card, face
/// and fingerprints; only it opens a health record or files a request.
public enum AccountLevel {
    /// No account: somebody else files for this person, a parent for a child, say.
    NONE(0),
    ONE(1),
    TWO(2);

    private final int number;

    AccountLevel(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    static Optional<AccountLevel> of(int number) {
        return switch (number) {
            case 0 -> Optional.of(NONE);
            case 1 -> Optional.of(ONE);
            case 2 -> Optional.of(TWO);
            default -> Optional.empty();
        };
    }
}
