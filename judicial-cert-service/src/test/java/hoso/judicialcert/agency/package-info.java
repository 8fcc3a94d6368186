/// Tests of the feature agency.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.agency;
