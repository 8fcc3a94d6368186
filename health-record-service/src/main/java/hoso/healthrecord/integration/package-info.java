/// A citizen takes the health record into the app, vouched for by identity-service at that moment.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.integration;
