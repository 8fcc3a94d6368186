/// Makes stored visits again from their documents when the rules have changed.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.filing.derivation;
