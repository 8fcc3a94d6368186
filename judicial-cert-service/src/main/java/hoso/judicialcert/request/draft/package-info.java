/// A form that is being filled in.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.request.draft;
