/// A professional of a facility asks a citizen to read in the record; the citizen narrows it and grants, refuses, or
/// takes it back.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.access.consent;
