/// Issues certificates, changes their status and hands them out.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.certificate.issue;
