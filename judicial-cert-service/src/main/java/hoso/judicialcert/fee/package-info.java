/// What a request costs, how it is asked for, and what becomes of the money that comes in.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.fee;
