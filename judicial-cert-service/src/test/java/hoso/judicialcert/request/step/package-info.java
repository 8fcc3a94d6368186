/// Tests.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.request.step;
