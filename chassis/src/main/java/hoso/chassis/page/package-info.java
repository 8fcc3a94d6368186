/// Long lists in pieces that stay stable while the list grows (keyset pages).
@org.jspecify.annotations.NullMarked
package hoso.chassis.page;
