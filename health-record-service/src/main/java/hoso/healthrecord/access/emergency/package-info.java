/// Reading in an emergency, when nobody can be asked: with a reason, for an hour, told to the owner at once and
/// looked at by a privacy officer.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.access.emergency;
