/// How a citizen files a request and reads it.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.request.filing;
