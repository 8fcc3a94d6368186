/// Which fact is told to the citizen, and over which channels.
@org.jspecify.annotations.NullMarked
package hoso.notification.notice;
