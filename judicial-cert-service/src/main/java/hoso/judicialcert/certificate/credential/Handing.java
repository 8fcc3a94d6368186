package hoso.judicialcert.certificate.credential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a wallet gets for a credential request.
sealed interface Handing {

    /// Here they are: one SD-JWT VC for each key, and a name by which the wallet tells what became of them. Those that
    /// were waited for have no such name: the standard leaves it open there, and a wallet library in wide use
    /// (openid4vci-ts 0.4) takes it for an error.
    record HandedOut(List<String> credentials, @Nullable String notificationId) implements Handing {}

    /// Not issued yet.
    record Deferred(String transactionId) implements Handing {}

    record Refused(Refusal refusal) implements Handing {}

    /// Why there is nothing.
    enum Refusal {
        /// No access token of now.
        INVALID_TOKEN,
        UNKNOWN_CONFIGURATION,
        INVALID_PROOF,
        INVALID_NONCE,
        INVALID_TRANSACTION,
        /// There will be none.
        DENIED
    }
}
