package hoso.judicialcert.agency;

/// A place in the feed of certificates.
///
/// @param transaction the transaction that wrote the entry
/// @param number of the entry
record Place(long transaction, long number) {
    static final Place START = new Place(0, 0);
}
