/// One Kafka broker in KRaft mode, its topics, users and who may read or write what.
@org.jspecify.annotations.NullMarked
package hoso.local.kafka;
