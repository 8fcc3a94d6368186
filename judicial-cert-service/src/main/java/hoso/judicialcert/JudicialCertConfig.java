package hoso.judicialcert;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// What differs between installations; the reasons stand in application.properties.
@ConfigMapping(prefix = "judicial-cert")
public interface JudicialCertConfig {

    URI identityUrl();

    URI publicUrl();

    int serialBlock();

    Fee fee();

    Signing signing();

    Verification verification();

    Work work();

    Evidence evidence();

    Refund refund();

    Desk desk();

    Intake intake();

    /// Where fees go.
    interface Fee {
        String accountBin();

        String accountNumber();

        String callbackSecret();
    }

    /// The signing key.
    interface Signing {
        Path keystore();

        String password();

        String alias();
    }

    /// What a verifier believes and bears.
    interface Verification {
        Path trustAnchor();

        int maxBytes();

        int atOnce();

        Duration patience();

        /// Processor time that a stranger's file may take of the examiner.
        Duration examinerTime();

        /// How long the examiner's answer is waited for.
        Duration examinerPatience();

        /// Bytes of strangers' files that are held in memory at once.
        int bytesAtOnce();

        int attemptsPerAddress();

        int attemptsPerCode();

        int jobRowsPerDay();

        Duration jobKept();
    }

    /// How the workers go about.
    interface Work {
        Duration pause();

        Duration retry();

        Duration limitPause();
    }

    /// What a file may be.
    interface Evidence {
        int maxBytes();
    }

    /// How money is paid back.
    interface Refund {
        URI bankUrl();

        Duration patience();

        Duration lease();

        Duration pause();
    }

    /// What organisations that file may do.
    interface Intake {
        int failedIdentificationsPerDay();
    }

    /// How officers share the work.
    interface Desk {
        Duration lease();
    }
}
