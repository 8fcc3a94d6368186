/// What tells of HIV: codes, drugs and words, as data with their sources.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.hiv;
