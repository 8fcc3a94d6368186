/// Work that goes on after the answer was given, item by item, and what of it does not get done.
@org.jspecify.annotations.NullMarked
package hoso.chassis.work;
