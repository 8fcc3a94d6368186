/// Says of a person whether what somebody claims about them is so: citizens for themselves, their dependants, and other
/// services.
@org.jspecify.annotations.NullMarked
package hoso.identity.identification;
