@org.jspecify.annotations.NullMarked
package hoso.notification.letter;
