/// A visit that lies apart has a life: its citizen sees that it waits, accepts it, or says that it is not theirs.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.held;
