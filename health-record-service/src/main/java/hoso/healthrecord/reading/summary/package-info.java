/// The patient summary: an International Patient Summary (IPS 2.0.0) made of a record, in Vietnamese or English.
@hoso.chassis.layer.Adapter(
        value = "builds the summary and keeps it for a while",
        knows = {"com.fasterxml.jackson", "com.github.benmanes.caffeine"})
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.reading.summary;
