/// What the tests of this service share, and its edges tested as a whole.
@org.jspecify.annotations.NullMarked
package hoso.notification;
