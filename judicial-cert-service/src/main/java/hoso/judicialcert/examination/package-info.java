/// Looks into what somebody shows with nothing but files at hand: no database, no network. The stand-alone verifier is
/// made of this package.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.examination;
