/// What the tests of access stand on.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.access;
