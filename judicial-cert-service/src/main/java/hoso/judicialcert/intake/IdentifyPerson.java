package hoso.judicialcert.intake;

import hoso.chassis.problem.Problem;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.Identity;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.person.Vouched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Finds whom an organisation names. Whether a number, a name and a birth date belong together is something nobody may
/// find out by trying: so many that do not are answered a day, then none.
@ApplicationScoped
class IdentifyPerson {
    private final Identity identity;
    private final FailedIdentificationRows failed;
    private final Clock clock;
    private final int most;

    IdentifyPerson(Identity identity, FailedIdentificationRows failed, Clock clock, JudicialCertConfig config) {
        this.identity = identity;
        this.failed = failed;
        this.clock = clock;
        this.most = config.intake().failedIdentificationsPerDay();
    }

    /// Empty when nobody is so. Asked outside any transaction; those that are asked at the same moment may together go
    /// beyond the number by what is under way.
    Optional<Vouched> identify(String organisation, Person person) {
        var now = clock.instant();
        var day = Law.dayOf(now);
        if (failed.of(organisation, day) >= most) {
            var tomorrow = day.plusDays(1).atStartOfDay(Law.ZONE).toInstant();
            var seconds = Duration.between(now, tomorrow).toSeconds() + 1;
            throw Problem.of(429, "too-many-attempts")
                    .with("seconds", seconds)
                    .header("Retry-After", Long.toString(seconds))
                    .raise();
        }
        var found = identity.identify(person);
        if (found.isEmpty()) {
            failed.count(organisation, day);
        }
        return found;
    }
}
