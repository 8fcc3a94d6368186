/// Which cases an officer sees, who has claimed one, and what officers did with it.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.officer.queue;
