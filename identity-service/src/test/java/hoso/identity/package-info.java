/// What the tests of this service share.
@org.jspecify.annotations.NullMarked
package hoso.identity;
