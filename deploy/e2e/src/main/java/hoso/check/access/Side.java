package hoso.check.access;

/// Everything the check asks about is there twice, belonging to two different people, agencies and organisations.
enum Side {
    ONE,
    OTHER
}
