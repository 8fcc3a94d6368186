package wrong.bakery.lax;

/// Lives in a package where anything may be null.
class Lax {}
