package wrong.clinic.cabinet;

/// What only a gate hands out.
public final class Glasses {
    /// What is seen through them.
    public String read(String text) {
        return text.strip();
    }
}
