/// Tests.
@org.jspecify.annotations.NullMarked
package hoso.identity.identification;
