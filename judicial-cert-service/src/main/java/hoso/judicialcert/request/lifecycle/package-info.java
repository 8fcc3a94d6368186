/// A request for a certificate, from submission to delivery: what it is and what may happen to it next.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.request.lifecycle;
