/// What can be asked of a running system with one command: `./hoso check NAME`.
///
/// A new check is one class that implements [hoso.check.Check], in a package of its own below this one, and one entry
/// in the list of [hoso.check.Checks].
@org.jspecify.annotations.NullMarked
package hoso.check;
