package hoso.healthrecord.sharing.giving;

/// What stands in the way of a link.
sealed interface ShareRefusal {

    /// The record is not in the app, or there is no such link.
    record Unknown() implements ShareRefusal {}

    /// A visit that was chosen is not in the record.
    ///
    /// @param place of it among the chosen ones, from 0
    record NoSuchVisit(int place) implements ShareRefusal {}

    /// Nothing of the record is left by what was chosen.
    record NothingToShow() implements ShareRefusal {}

    record TooMany(int most) implements ShareRefusal {}

    /// The link was ended, is locked, expired or used up.
    record Over(String state) implements ShareRefusal {}

    /// It is not for long, so that it stays as it was made.
    record NotLongTerm() implements ShareRefusal {}

    /// The key is not that of the link.
    record OtherKey() implements ShareRefusal {}
}
