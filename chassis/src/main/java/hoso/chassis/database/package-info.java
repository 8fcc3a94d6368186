/// The database with as little ado as possible.
@org.jspecify.annotations.NullMarked
package hoso.chassis.database;
