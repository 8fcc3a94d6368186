/// Signs with the keys of the agency: PAdES, time stamps, revocation evidence, and who is trusted.
@hoso.chassis.layer.Adapter(
        value = "signs with CMS and PKCS#11, and says how it is",
        knows = {"org.bouncycastle", "javax.security.auth", "org.eclipse.microprofile.health"})
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate.signing;
