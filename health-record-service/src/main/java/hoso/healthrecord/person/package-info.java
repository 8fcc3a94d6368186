/// Whose visit it is: personal numbers, and whether a document's demographics agree with the vouched ones.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.person;
