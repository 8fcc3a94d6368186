/// Handing a certificate on: the holder makes a link, sees every use of it and ends it.
@hoso.chassis.layer.Adapter(value = "hashes passcodes", knows = "org.bouncycastle")
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.sharing.share;
