/// Looks into what somebody shows with nothing but files at hand: no database, no network. The stand-alone verifier is
/// made of this package.
@hoso.chassis.layer.Adapter(
        value = "examines signatures, reads PDF and pictures, prints JSON",
        knows = {"eu.europa.esig", "org.apache.pdfbox", "com.google.zxing", "javax.imageio", "com.fasterxml.jackson"})
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.examination;
