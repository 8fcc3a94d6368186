/// What is left out of a record when somebody else than its owner reads: what the owner denied, sensitive categories
/// that the owner did not name, and kinds of data that were not granted.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.access.restriction;
