/// Who may do what, asked of each route by everybody.
@org.jspecify.annotations.NullMarked
package hoso.check.access;
