@org.jspecify.annotations.NullMarked
package hoso.healthrecord.filing.derivation;
