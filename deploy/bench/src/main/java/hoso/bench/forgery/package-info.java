/// Forged certificates shown to the verifier, and genuine ones.
@org.jspecify.annotations.NullMarked
package hoso.bench.forgery;
