package hoso.identity.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.identity.citizen.Citizen.Snapshot;
import hoso.identity.citizen.CitizenEvent.CitizenRegistered;
import hoso.identity.citizen.CitizenEvent.ContactPointsChanged;
import hoso.identity.citizen.CitizenEvent.IdentityVerified;
import hoso.identity.register.RegisteredPerson;
import hoso.identity.register.Sex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class CitizenTest {
    private static final UUID ID = UUID.fromString("0199aa00-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final ContactPoints MAIL =
            new ContactPoints(EmailAddress.read("lan@example.vn").orElseThrow(), null);
    private static final ContactPoints PHONE =
            new ContactPoints(null, PhoneNumber.read("0912345678").orElseThrow());

    @Test
    void anEnrolmentAtLevelOneRegistersTheCitizen() {
        var change = Citizen.enrol(ID, AccountLevel.ONE, snapshot(NOW), MAIL, NOW);

        assertThat(change.events()).containsExactly(new CitizenRegistered(ID, AccountLevel.ONE, NOW, 1));
        assertThat(change.citizen().version()).isEqualTo(1);
    }

    @Test
    void anEnrolmentAtLevelTwoAlsoVerifiesTheIdentity() {
        var change = Citizen.enrol(ID, AccountLevel.TWO, snapshot(NOW), MAIL, NOW);

        assertThat(change.events())
                .containsExactly(
                        new CitizenRegistered(ID, AccountLevel.TWO, NOW, 1),
                        new IdentityVerified(ID, AccountLevel.TWO, NOW, 2));
    }

    @Test
    void theLevelRisesAndNeverFalls() {
        var levelTwo = enrolled(AccountLevel.ONE)
                .enrolAgain(AccountLevel.TWO, snapshot(LATER), ContactPoints.NONE, LATER)
                .citizen();

        var again = levelTwo.enrolAgain(AccountLevel.ONE, snapshot(LATER), ContactPoints.NONE, LATER);

        assertThat(levelTwo.level()).isEqualTo(AccountLevel.TWO);
        assertThat(again.citizen().level()).isEqualTo(AccountLevel.TWO);
        assertThat(again.events()).isEmpty();
    }

    @Test
    void aSecondEnrolmentTakesTheNewerSnapshot() {
        var again = enrolled(AccountLevel.TWO).enrolAgain(AccountLevel.TWO, snapshot(LATER), MAIL, LATER);

        assertThat(again.citizen().id()).isEqualTo(ID);
        assertThat(again.citizen().snapshot().takenAt()).isEqualTo(LATER);
    }

    @Test
    void aDeskAddsAMissingContactPointAndOverwritesNone() {
        var other = new ContactPoints(EmailAddress.read("other@example.vn").orElseThrow(), PHONE.phone());

        var again = enrolled(AccountLevel.ONE).enrolAgain(AccountLevel.ONE, snapshot(LATER), other, LATER);

        assertThat(again.citizen().contactPoints()).isEqualTo(new ContactPoints(MAIL.email(), PHONE.phone()));
        assertThat(again.events())
                .containsExactly(new ContactPointsChanged(
                        ID, Set.of(ContactPoints.Kind.EMAIL, ContactPoints.Kind.PHONE), LATER, 2));
    }

    @Test
    void changedContactPointsAreToldByKindOnly() {
        var change = enrolled(AccountLevel.ONE).changeContactPoints(PHONE, LATER);

        assertThat(change.citizen().contactPoints()).isEqualTo(PHONE);
        assertThat(change.events())
                .containsExactly(new ContactPointsChanged(ID, Set.of(ContactPoints.Kind.PHONE), LATER, 2));
    }

    @Test
    void sayingTheSameContactPointsAgainChangesNothing() {
        var citizen = enrolled(AccountLevel.ONE);

        var change = citizen.changeContactPoints(MAIL, LATER);

        assertThat(change.citizen()).isEqualTo(citizen);
        assertThat(change.events()).isEmpty();
    }

    @Test
    void nothingIsToldOfWhomOthersFileFor() {
        var child = Citizen.identified(ID, snapshot(NOW), NOW);

        assertThat(child.hasAccount()).isFalse();
        assertThat(child.version()).isZero();
    }

    @Test
    void whoWasIdentifiedBeforeIsRegisteredUnderTheSameIdWhenTheyEnrol() {
        var change =
                Citizen.identified(ID, snapshot(NOW), NOW).enrolAgain(AccountLevel.TWO, snapshot(LATER), MAIL, LATER);

        assertThat(change.citizen().id()).isEqualTo(ID);
        assertThat(change.citizen().registeredAt()).isEqualTo(LATER);
        assertThat(change.citizen().contactPoints()).isEqualTo(MAIL);
        assertThat(change.events())
                .containsExactly(
                        new CitizenRegistered(ID, AccountLevel.TWO, LATER, 1),
                        new IdentityVerified(ID, AccountLevel.TWO, LATER, 2));
    }

    private static Citizen enrolled(AccountLevel level) {
        return Citizen.enrol(ID, level, snapshot(NOW), MAIL, NOW).citizen();
    }

    private static Snapshot snapshot(Instant at) {
        var person = new RegisteredPerson(
                "003185000017",
                "NGUYỄN THỊ THỬ NGHIỆM",
                LocalDate.of(1985, 3, 17),
                Sex.FEMALE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
        return new Snapshot(person, Set.of(), at);
    }
}
