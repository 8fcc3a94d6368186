package wrong.bakery.oven;

/// A row everybody can hold.
public class BreadRow {}
