@org.jspecify.annotations.NullMarked
package hoso.judicialcert.evidence;
