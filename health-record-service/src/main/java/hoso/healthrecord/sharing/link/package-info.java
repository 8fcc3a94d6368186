/// SMART Health Links: what an owner handed on of the record, until when, how often, and what became of it.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.sharing.link;
