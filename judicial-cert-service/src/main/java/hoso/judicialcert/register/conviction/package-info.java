/// What a court decided and what became of it: penalties, their execution and expungement. Rules only.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.register.conviction;
