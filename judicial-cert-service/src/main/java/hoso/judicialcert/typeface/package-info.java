/// What the letters of a certificate can show.
@hoso.chassis.layer.Adapter(
        value = "reads fonts",
        knows = {"org.apache.fontbox", "org.apache.pdfbox"})
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.typeface;
