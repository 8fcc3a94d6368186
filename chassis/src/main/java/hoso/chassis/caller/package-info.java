/// Who asks, on whose behalf, and with which assurance.
@org.jspecify.annotations.NullMarked
package hoso.chassis.caller;
