/// Checks of the system as a whole; each is seen to bite.
@org.jspecify.annotations.NullMarked
package hoso.checks;
