/// The law, tested table by table.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.law;
