/// A request for a certificate, from submission to delivery.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.request;
