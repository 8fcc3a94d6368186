/// What the tests of every service stand on: real servers, really signed tokens, a reader of topics.
@org.jspecify.annotations.NullMarked
package hoso.chassis.testing;
