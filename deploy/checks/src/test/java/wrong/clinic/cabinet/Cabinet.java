package wrong.clinic.cabinet;

/// Holds what records hold.
public interface Cabinet {
    String open();
}
