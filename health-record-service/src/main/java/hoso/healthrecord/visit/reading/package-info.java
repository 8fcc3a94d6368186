/// Visits as their owner reads them: the timeline, each version, and the document.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.visit.reading;
