/// Calls to other services: short time-outs, faults told apart from answers.
@org.jspecify.annotations.NullMarked
package hoso.chassis.http;
