/// The issuance log: what was issued and what became of it, in an order nobody can change unseen.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate.log;
