/// A document of either format, read or handed out.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.document.reading;
