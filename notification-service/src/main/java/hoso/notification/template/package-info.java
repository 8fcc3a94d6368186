/// What a citizen reads, in Vietnamese and English.
@org.jspecify.annotations.NullMarked
package hoso.notification.template;
