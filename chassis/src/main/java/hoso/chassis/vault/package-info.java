/// Personal columns: sealed with a key per subject, found again by a keyed mark.
@org.jspecify.annotations.NullMarked
package hoso.chassis.vault;
