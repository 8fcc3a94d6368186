/// The system seen from outside: citizens, hospitals, partners and agencies, each with what they really have in hand.
@org.jspecify.annotations.NullMarked
package hoso.e2e;
