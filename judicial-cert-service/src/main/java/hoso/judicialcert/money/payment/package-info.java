/// Takes in what the bank says was paid, and settles the fees of requests.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.money.payment;
