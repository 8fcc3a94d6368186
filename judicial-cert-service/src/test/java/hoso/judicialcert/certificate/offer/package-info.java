/// Tests.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate.offer;
