/// Who a case is about and who asks: ids, names and what somebody else vouches for.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.person;
