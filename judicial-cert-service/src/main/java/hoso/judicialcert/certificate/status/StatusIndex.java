package hoso.judicialcert.certificate.status;

/// A place in the status lists: the number of the list, and the entry in it.
public record StatusIndex(long list, int entry) {
    /// So many entries has a list: among 65,536 nobody who fetches it tells which one was meant, and it stays under 17
    /// KB.
    public static final int ENTRIES = 1 << 16;

    public static StatusIndex of(long statusIndex) {
        return new StatusIndex(statusIndex / ENTRIES, (int) (statusIndex % ENTRIES));
    }

    /// The same place as one number, counted through all lists.
    long index() {
        return list * ENTRIES + entry;
    }
}
