/// Tests.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.officer.queue;
