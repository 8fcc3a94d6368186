/// The little of HTTP that sandboxes and pages need, on the JDK's own server.
@org.jspecify.annotations.NullMarked
package hoso.local.http;
