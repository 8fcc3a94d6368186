/// Tests.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.sharing.share;
