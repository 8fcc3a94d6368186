/// What requesting, issuing and verifying a certificate takes, on the real service with its database and broker.
@org.jspecify.annotations.NullMarked
package hoso.bench.certificate;
