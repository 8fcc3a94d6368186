/// Passcodes of few digits: kept so that a guess costs memory and time, and checked for few at a time.
@org.jspecify.annotations.NullMarked
package hoso.chassis.passcode;
