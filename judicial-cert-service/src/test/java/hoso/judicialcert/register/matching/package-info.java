/// Tests.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.register.matching;
