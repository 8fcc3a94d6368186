/// The certificate itself: written, signed, kept, handed out.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate;
