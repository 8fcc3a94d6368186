/// Files that show something: kept until they are attached to a case, then part of it.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.request.evidence;
