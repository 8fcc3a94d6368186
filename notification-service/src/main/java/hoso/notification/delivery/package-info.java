/// One message to one citizen over one channel, from its plan to what is known of its end.
@org.jspecify.annotations.NullMarked
package hoso.notification.delivery;
