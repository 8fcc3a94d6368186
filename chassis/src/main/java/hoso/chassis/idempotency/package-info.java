/// A command that is sent again has its first effect and its first answer.
@org.jspecify.annotations.NullMarked
package hoso.chassis.idempotency;
