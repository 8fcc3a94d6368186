/// Checks a certificate with no database and no network. The stand-alone verifier is made of `proof` and uses nothing
/// else of the service.
@hoso.chassis.layer.Adapter(value = "reads files and prints JSON", knows = "com.fasterxml.jackson")
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.proof.offline;
