package hoso.judicialcert.sharing.recheck;

import hoso.chassis.hash.Sha256;
import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A holder's consent that somebody may ask whether a certificate is still current (Law 91/2025: for one purpose, until
/// a day, provable, to be withdrawn at any time).
///
/// @param sequence how many facts about it were told to others: the sequence of its events
record Consent(
        ConsentId id,
        CertificateId certificate,
        CitizenId holder,
        Terms terms,
        String textVersion,
        String proof,
        Instant givenAt,
        Instant until,
        int perDay,
        @Nullable Instant withdrawnAt,
        long sequence)
        implements Sensitive {

    /// What was agreed to.
    ///
    /// @param text the words the holder saw, filled in
    record Terms(String recipient, @Nullable String organisation, String purpose, String text) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Whether it holds.
    enum State {
        OPEN,
        WITHDRAWN,
        EXPIRED
    }

    static Consent given(
            ConsentId id,
            CertificateId certificate,
            CitizenId holder,
            Terms terms,
            String textVersion,
            Instant now,
            Instant until,
            int perDay) {
        var proof = proof(id, certificate, holder, terms, textVersion, now, until);
        return new Consent(id, certificate, holder, terms, textVersion, proof, now, until, perDay, null, 1);
    }

    State state(Instant now) {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return now.isBefore(until) ? State.OPEN : State.EXPIRED;
    }

    /// Withdrawn by its holder; withdrawn twice it stays withdrawn the first time.
    Consent withdraw(Instant now) {
        return withdrawnAt != null
                ? this
                : new Consent(
                        id, certificate, holder, terms, textVersion, proof, givenAt, until, perDay, now, sequence + 1);
    }

    /// SHA-256 over everything that was agreed to, line by line: who keeps the consent can show later that it was this.
    private static String proof(
            ConsentId id,
            CertificateId certificate,
            CitizenId holder,
            Terms terms,
            String textVersion,
            Instant now,
            Instant until) {
        var agreed = String.join(
                "\n",
                id.toString(),
                certificate.toString(),
                holder.toString(),
                terms.recipient(),
                terms.organisation() == null ? "" : terms.organisation(),
                terms.purpose(),
                now.toString(),
                until.toString(),
                textVersion,
                terms.text());
        return Sha256.hex(agreed.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
