package hoso.judicialcert.agency;

/// A place in the feed of certificates.
///
/// @param transaction the transaction that wrote the entry
/// @param number of the entry
record FeedCursor(long transaction, long number) {
    static final FeedCursor START = new FeedCursor(0, 0);
}
