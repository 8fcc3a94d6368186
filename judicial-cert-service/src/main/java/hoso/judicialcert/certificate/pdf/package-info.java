/// What stands on a certificate, and the file it is written to (PDF/A-2u).
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate.pdf;
