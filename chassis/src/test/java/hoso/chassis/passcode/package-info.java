@org.jspecify.annotations.NullMarked
package hoso.chassis.passcode;
