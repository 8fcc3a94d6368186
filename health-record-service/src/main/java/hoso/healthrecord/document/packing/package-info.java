/// How documents and summaries are made small before they are sealed.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.document.packing;
