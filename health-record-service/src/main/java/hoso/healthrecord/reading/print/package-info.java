/// The summary and one visit on paper.
@hoso.chassis.layer.Adapter(
        value = "writes PDF",
        knows = {"org.apache.pdfbox", "com.fasterxml.jackson"})
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.reading.print;
