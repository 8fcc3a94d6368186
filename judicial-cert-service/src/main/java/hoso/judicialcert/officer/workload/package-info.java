/// What is late, and to whom it is escalated.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.officer.workload;
