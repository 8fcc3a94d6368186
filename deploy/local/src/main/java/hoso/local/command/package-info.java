/// What the commands of a person have in common: options that are typed, and lines that tell how far it is.
@org.jspecify.annotations.NullMarked
package hoso.local.command;
