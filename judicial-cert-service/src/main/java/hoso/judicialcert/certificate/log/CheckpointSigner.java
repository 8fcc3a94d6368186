package hoso.judicialcert.certificate.log;

/// Whoever signs checkpoints in the name of the agency.
public interface CheckpointSigner {

    /// A JWS (RFC 7515) over this content.
    ///
    /// @param type its header `typ`
    /// @param payload JSON
    String sealed(String type, String payload);
}
