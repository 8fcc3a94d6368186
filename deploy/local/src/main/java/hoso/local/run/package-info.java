/// What a run keeps on the disk: its folder, state, secrets and keys.
@org.jspecify.annotations.NullMarked
package hoso.local.run;
