/// Tests of the feature register.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.register;
