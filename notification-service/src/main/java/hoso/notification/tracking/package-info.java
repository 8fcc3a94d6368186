/// Where messages are: for the citizen who waits for one, and for the operator whom one needs.
@org.jspecify.annotations.NullMarked
package hoso.notification.tracking;
