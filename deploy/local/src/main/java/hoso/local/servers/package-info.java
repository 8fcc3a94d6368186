/// PostgreSQL and Kafka for one test run, gone afterwards.
@org.jspecify.annotations.NullMarked
package hoso.local.servers;
