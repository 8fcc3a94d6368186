/// Tests of access.restriction.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.access.restriction;
