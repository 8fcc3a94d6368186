/// Looks into files that strangers show: signatures, traces, pictures. Nothing but the file is at hand.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.proof.document;
