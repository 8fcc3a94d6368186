/// Takes the steps of a request: each is stored, shown to the citizen and published in one transaction.
@org.jspecify.annotations.NullMarked
package hoso.judicialcert.request.step;
