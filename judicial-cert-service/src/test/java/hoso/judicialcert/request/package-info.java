/// Tests of the feature request.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.request;
