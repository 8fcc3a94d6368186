/// The certificate itself: written, signed, kept, handed out.
@hoso.chassis.layer.Adapter(
        value = "writes PDF, signs with CMS and PKCS#11, and says how it is",
        knows = {
            "com.google.zxing",
            "org.apache.fontbox",
            "org.apache.pdfbox",
            "org.bouncycastle",
            "javax.security.auth",
            "org.eclipse.microprofile.health"
        })
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate;
