/// Visits: filed once, held when they may be somebody else's, read by their owner only.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.visit;
