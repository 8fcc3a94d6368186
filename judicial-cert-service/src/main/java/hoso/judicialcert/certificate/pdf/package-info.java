/// What stands on a certificate, and the file it is written to (PDF/A-2u).
@hoso.chassis.layer.Adapter(
        value = "writes PDF, with fonts and QR codes",
        knows = {"com.google.zxing", "org.apache.fontbox", "org.apache.pdfbox"})
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate.pdf;
