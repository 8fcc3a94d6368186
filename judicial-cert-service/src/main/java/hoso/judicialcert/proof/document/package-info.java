/// Looks into files that strangers show: signatures, traces, pictures. Nothing but the file is at hand.
@hoso.chassis.layer.Adapter(
        value = "examines signatures, reads PDF and pictures",
        knows = {"eu.europa.esig", "org.apache.pdfbox", "com.google.zxing", "javax.imageio"})
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.proof.document;
