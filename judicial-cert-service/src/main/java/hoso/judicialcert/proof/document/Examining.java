package hoso.judicialcert.proof.document;

import hoso.judicialcert.proof.statement.TrustBundle;

/// Looks into a stranger's file.
@FunctionalInterface
public interface Examining {

    /// What is in it; a file that takes more memory or time than there is for it is [Doubt#TOO_COMPLEX].
    Examined examine(byte[] file, TrustBundle trust);
}
