/// Claims of Decision 4750: what they say of a visit, how they are signed, and how they are handed out.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.document.claim;
