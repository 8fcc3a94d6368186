/// Paper certificates through the postal carrier.
@org.jspecify.annotations.NullMarked
package hoso.notification.letter;
