/// The gate: the one way by which anybody else than its owner reads in a record.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.access.gate;
