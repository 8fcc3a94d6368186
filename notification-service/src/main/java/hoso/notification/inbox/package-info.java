/// The list of messages that a citizen sees in the app.
@org.jspecify.annotations.NullMarked
package hoso.notification.inbox;
