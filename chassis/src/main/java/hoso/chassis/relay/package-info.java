/// From the outbox to Kafka: one relay per service, its stand-ins, and a reconciler that checks the result
/// from outside.
@org.jspecify.annotations.NullMarked
package hoso.chassis.relay;
