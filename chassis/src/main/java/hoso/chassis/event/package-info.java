/// Facts told to others: outbox on the way out, inbox on the way in.
@org.jspecify.annotations.NullMarked
package hoso.chassis.event;
