/// Tests of citizens.
@org.jspecify.annotations.NullMarked
package hoso.identity.citizen;
