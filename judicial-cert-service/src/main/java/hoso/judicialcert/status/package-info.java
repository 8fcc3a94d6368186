/// Signed lists that tell of every certificate whether it still counts, to be fetched, kept and read off line.
@NullMarked
package hoso.judicialcert.status;

import org.jspecify.annotations.NullMarked;
