/// Answers that say what went wrong and how to mend it (RFC 9457), in Vietnamese or English.
@org.jspecify.annotations.NullMarked
package hoso.chassis.problem;
