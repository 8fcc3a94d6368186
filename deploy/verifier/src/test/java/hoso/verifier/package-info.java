/// Tests of the program as it is handed out.
@org.jspecify.annotations.NullMarked
package hoso.verifier;
