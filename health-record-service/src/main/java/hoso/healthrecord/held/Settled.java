package hoso.healthrecord.held;

/// What became of the wish to accept a visit that waits, or to be rid of one.
enum Settled {
    /// It is as the citizen wished, now or since before.
    DONE,
    /// Its name or date of birth are not those that were vouched for just now.
    DIFFERS,
    /// There is no such visit for this citizen.
    NONE
}
