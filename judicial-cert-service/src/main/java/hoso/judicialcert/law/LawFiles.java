package hoso.judicialcert.law;

import java.io.Reader;

/// Opens a file of the law by its name.
@FunctionalInterface
public interface LawFiles {

    /// The file, in UTF-8; whoever opens it closes it.
    Reader open(String file);
}
