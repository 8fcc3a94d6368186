package hoso.judicialcert.certificate.issue;

import hoso.judicialcert.law.Law;
import hoso.judicialcert.register.matching.Extract;
import hoso.judicialcert.register.matching.Finding;
import hoso.judicialcert.register.matching.Register;
import hoso.judicialcert.request.lifecycle.Basis;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.Status.Referral;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Decides by the register whether a certificate may be signed now, and what it says. What a certificate says is true
/// on the day it is issued, so the register is asked again, and stays as it is until the transaction ends.
@Singleton
class CheckRegister {
    private final Register register;

    CheckRegister(Register register) {
        this.register = register;
    }

    sealed interface Checked {
        /// An officer has to see it first.
        record ToOfficer(Referral why) implements Checked {}

        /// It may be signed with this extract.
        record Signable(Finding finding, Extract extract) implements Checked {}
    }

    Checked check(CertificateRequest request, Basis basis, Instant now) {
        var question = request.question(Law.dayOf(now));
        var finding = register.lock(question);
        return mustBeReferred(basis, finding)
                .<Checked>map(Checked.ToOfficer::new)
                .orElseGet(() -> new Checked.Signable(finding, register.extract(question, attributed(basis))));
    }

    /// Without an officer, only a clean register lets a certificate be signed; with one, only what the officer has
    /// seen, as it was then.
    private Optional<Referral> mustBeReferred(Basis basis, Finding finding) {
        var seen = switch (basis) {
            case Basis.CleanRegister() -> List.<String>of();
            case Basis.OfficerDecision decision -> decision.seen();
        };
        if (seen.containsAll(register.versions(finding))) {
            return Optional.empty();
        }
        return switch (finding) {
            case Finding.Clean() -> Optional.empty();
            case Finding.OnRecord _ -> Optional.of(Referral.ON_RECORD);
            case Finding.Uncertain _ -> Optional.of(Referral.UNCERTAIN);
        };
    }

    /// What is certainly the person's always counts; of the candidates, those an officer said are theirs.
    private static List<UUID> attributed(Basis basis) {
        return switch (basis) {
            case Basis.CleanRegister() -> List.of();
            case Basis.OfficerDecision decision -> decision.judgments();
        };
    }
}
