/// Sandbox of a bank: reads a VietQR code, pays it and tells the payee.
@org.jspecify.annotations.NullMarked
package hoso.local.bank;
