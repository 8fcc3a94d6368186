/// Vietnamese text: comparison keys, plain ASCII, and days as they are written.
@org.jspecify.annotations.NullMarked
package hoso.chassis.text;
