/// The issuance log: what was issued and what became of it, in an order nobody can change unseen.
@hoso.chassis.layer.Adapter(value = "keeps the log's tree in memory", knows = "com.github.benmanes.caffeine")
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate.log;
