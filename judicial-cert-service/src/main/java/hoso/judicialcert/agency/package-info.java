/// Other agencies: what they may ask on what ground, and the feed of certificates for those without Kafka.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.agency;
