/// Asking the national population register who somebody is.
@org.jspecify.annotations.NullMarked
package hoso.identity.register;
