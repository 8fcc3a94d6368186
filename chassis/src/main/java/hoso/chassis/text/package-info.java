/// Vietnamese text: comparison keys and plain ASCII.
@org.jspecify.annotations.NullMarked
package hoso.chassis.text;
