/// Requests that nobody would send in good faith, made from the contracts, and what must not come of them: an answer
/// that the contract does not declare, none at all, or one that tells how the service is built.
@org.jspecify.annotations.NullMarked
package hoso.check.fuzz;
