/// Tests of the feature certificate.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate;
