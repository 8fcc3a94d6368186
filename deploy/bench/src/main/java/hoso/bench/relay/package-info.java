/// From commit to Kafka: our relay beside the one of the textbook and one that polls a table, with the same
/// load.
@org.jspecify.annotations.NullMarked
package hoso.bench.relay;
