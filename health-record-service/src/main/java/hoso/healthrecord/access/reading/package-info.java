/// Where those read who were given a right to a record that is not theirs.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.access.reading;
