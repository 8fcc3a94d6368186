/// Handing a certificate on: the holder makes a link, sees every use of it and ends it.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.sharing.share;
