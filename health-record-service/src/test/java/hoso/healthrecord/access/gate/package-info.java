/// Tests of access.gate.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.access.gate;
