package hoso.judicialcert.register.entry;

import hoso.chassis.vault.BlindIndex;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.Judgment;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds persons by blind indexes of namesake and numbers: nobody can read out of the tables who is in them.
@Singleton
class PersonIndexRows {
    private final EntityManager entities;
    private final BlindIndex blindIndex;

    PersonIndexRows(EntityManager entities, BlindIndex blindIndex) {
        this.entities = entities;
        this.blindIndex = blindIndex;
    }

    byte[] namesake(Person person) {
        return blindIndex("namesake", person.namesake());
    }

    byte @Nullable [] number(Person person) {
        var number = person.personalNumber();
        return number == null ? null : blindIndex("number", number);
    }

    List<byte[]> numbers(Person person) {
        return person.numbers().stream()
                .map(number -> blindIndex("number", number))
                .toList();
    }

    /// What two judgments cannot share.
    byte[] key(Judgment judgment) {
        return blindIndex("judgment", judgment.court() + "|" + judgment.number() + "|" + who(judgment.person()));
    }

    /// What two bans cannot share.
    byte[] key(Ban ban) {
        return blindIndex("ban", ban.authority() + "|" + ban.number() + "|" + who(ban.person()));
    }

    /// What two decisions cannot share.
    byte[] key(ExecutionDecision decision) {
        return blindIndex(
                "decision",
                decision.judgment() + "|" + decision.authority() + "|" + decision.number() + "|" + decision.step() + "|"
                        + decision.additionalPenalty());
    }

    /// Waits until nobody changes what the register says of who may be this person. Certificates do not wait for each
    /// other.
    void share(Person person) {
        queue(Stream.of(person), "pg_advisory_xact_lock_shared");
    }

    /// Waits until nobody issues a certificate about who may be this person, and lets nobody begin to before the
    /// transaction ends.
    void claim(Person... people) {
        queue(Stream.of(people), "pg_advisory_xact_lock");
    }

    /// Always in the same order, so that two who want the same marks do not wait for each other.
    private void queue(Stream<Person> people, String lock) {
        people.flatMap(person -> Stream.concat(Stream.of(namesake(person)), numbers(person).stream()))
                .map(mark -> ByteBuffer.wrap(mark).getLong())
                .distinct()
                .sorted()
                .forEach(mark -> entities.createNativeQuery("select cast(" + lock + "(:mark) as text)")
                        .setParameter("mark", mark)
                        .getSingleResult());
    }

    /// Adds the numbers of a person to an entry.
    ///
    /// @param statement inserts one, by `id` and `mark`
    void addNumbers(String statement, UUID id, Person person) {
        for (var mark : numbers(person)) {
            entities.createNativeQuery(statement)
                    .setParameter("id", id)
                    .setParameter("mark", mark)
                    .executeUpdate();
        }
    }

    private static String who(Person person) {
        var number = person.personalNumber();
        return number == null ? person.namesake() : number;
    }

    private byte[] blindIndex(String kind, String value) {
        return blindIndex.of(kind + ":" + value);
    }
}
