/// The four groups of a health record as Decision 31/QD-BYT (2026) orders them.
@hoso.chassis.layer.Adapter(value = "reads the resources of a record", knows = "com.fasterxml.jackson")
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.reading.overview;
