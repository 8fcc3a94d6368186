/// Sandbox of the postal carrier: takes letters in and tells what became of them.
@org.jspecify.annotations.NullMarked
package hoso.local.carrier;
