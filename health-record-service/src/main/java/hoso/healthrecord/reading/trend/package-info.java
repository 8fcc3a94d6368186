/// Measurements over time: one line for each code and unit, as the record holds them.
@hoso.chassis.layer.Adapter(value = "reads observations", knows = "com.fasterxml.jackson")
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.reading.trend;
