/// What the letters of a certificate can show.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.typeface;
