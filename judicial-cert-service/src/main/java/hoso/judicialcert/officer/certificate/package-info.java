/// What officers do with a certificate that was issued.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.officer.certificate;
