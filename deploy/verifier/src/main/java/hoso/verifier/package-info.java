/// Checks certificates where there is no network: one jar, made of the service's own examination.
@org.jspecify.annotations.NullMarked
package hoso.verifier;
