/// Values that do not print themselves.
@org.jspecify.annotations.NullMarked
package hoso.chassis.personal;
