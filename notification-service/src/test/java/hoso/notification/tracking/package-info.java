/// Tests.
@org.jspecify.annotations.NullMarked
package hoso.notification.tracking;
