package hoso.judicialcert.request;

/// Who people are, as identity-service vouches for them.
public interface Identities {

    /// Who has this token. A slow question to another service: never asked within a transaction.
    Applicant whoHas(String bearer);
}
