/// Sandbox of the population register: answers who stands behind a personal number.
@org.jspecify.annotations.NullMarked
package hoso.local.register;
