/// Where an owner makes links to parts of the record, sees what became of them, and takes them back.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.sharing.giving;
