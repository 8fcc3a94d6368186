package hoso.judicialcert.proof.statement;

/// What else was seen, for whoever has to explain a result.
public enum Doubt {
    /// No document with these bytes was ever issued.
    NOT_IN_REGISTER,
    /// It cannot be read, or only in part.
    UNREADABLE,
    /// It would take too much to look into it.
    TOO_COMPLEX,
    NO_SIGNATURE,
    /// The signature does not belong to these bytes.
    SIGNATURE_BROKEN,
    /// Signed, and then something was added.
    CHANGED_AFTER_SIGNING,
    /// Signed by nobody we know, whatever name it bears.
    ISSUER_NOT_TRUSTED,
    /// The certificate of the signer has run out, and no time stamp tells that it had not yet when it signed.
    SIGNER_OUT_OF_DATE,
    /// The QR code belongs to another certificate than its verification code.
    SEAL_OF_ANOTHER,
    /// It carries no seal, so its place in the status lists is not known.
    NO_SEAL,
    /// The register cannot be asked now.
    REGISTER_AWAY,
    /// The status list that tells of it is not at hand.
    STATUS_LIST_MISSING,
    /// The status list is older than it may be.
    STATUS_LIST_STALE,
    /// It was suspended, and may count again.
    SUSPENDED,
    /// No proof was given that it stands in the issuance log.
    LOG_NOT_ASKED,
    /// The issuance log does not know it.
    NOT_IN_LOG
}
