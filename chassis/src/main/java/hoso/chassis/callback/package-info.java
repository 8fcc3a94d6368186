/// Call-backs of partners: signed, fresh, or refused.
@org.jspecify.annotations.NullMarked
package hoso.chassis.callback;
