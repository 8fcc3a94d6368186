/// What a hospital sends about a visit, read from its two formats into one `Visit`, or refused with the place to mend.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.document;
