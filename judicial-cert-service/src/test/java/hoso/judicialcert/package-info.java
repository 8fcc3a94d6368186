/// What the edge tests stand on: the partners of the service, and the steps of a case.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert;
