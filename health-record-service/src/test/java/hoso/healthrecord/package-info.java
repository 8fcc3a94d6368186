/// What the tests of all features stand on.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord;
