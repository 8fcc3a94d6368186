/// Where officers decide what no rule decides.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.officer.casework;
