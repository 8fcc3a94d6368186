/// Signs with the keys of the agency: PAdES, time stamps, revocation evidence, and who is trusted.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate.signing;
