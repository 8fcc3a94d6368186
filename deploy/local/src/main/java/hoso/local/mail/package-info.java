/// A mail server that keeps what it is sent, and a page to read it.
@org.jspecify.annotations.NullMarked
package hoso.local.mail;
