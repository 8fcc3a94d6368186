/// Signed lists that tell of every certificate whether it still counts, to be fetched, kept and read off line.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate.status;
