/// Tests of asking the register.
@org.jspecify.annotations.NullMarked
package hoso.identity.register;
