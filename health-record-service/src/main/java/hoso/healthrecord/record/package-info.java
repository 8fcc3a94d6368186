/// A citizen's health record: it exists from the first visit on, long before its owner takes it into the app.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.record;
