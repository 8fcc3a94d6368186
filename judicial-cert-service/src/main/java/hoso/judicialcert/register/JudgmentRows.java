package hoso.judicialcert.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.vault.Lookup;
import hoso.chassis.vault.Vault;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Judgments in the database. Nobody can read out of the tables who is in them: persons are found by marks.
@ApplicationScoped
class JudgmentRows implements Judgments, PanacheRepositoryBase<JudgmentRow, UUID> {
    private static final String ADD = """
            insert into judgment (id, court, key_mark, number_mark, namesake_mark, content, recorded_at)
            values (:id, :court, :key, nullif(cast(:number as bytea), cast('' as bytea)), :namesake, :content, :now) on conflict (key_mark) do nothing
            """;

    private final Vault vault;
    private final Lookup lookup;
    private final ObjectMapper json;
    private final Clock clock;

    JudgmentRows(Vault vault, Lookup lookup, ObjectMapper json, Clock clock) {
        this.vault = vault;
        this.lookup = lookup;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Finding find(Person person, LocalDate day) {
        var number = person.personalNumber();
        var namesake = mark("namesake", person.namesake());
        var rows = number == null
                ? list("namesakeMark", (Object) namesake)
                : list("numberMark = ?1 or namesakeMark = ?2", mark("number", number), namesake);
        return Finding.of(person, rows.stream().map(this::judgment).toList(), day);
    }

    @Override
    public Optional<Judgment> find(Judgment judgment) {
        return find("keyMark", (Object) key(judgment)).firstResultOptional().map(this::judgment);
    }

    @Override
    public boolean add(Judgment judgment) {
        var number = judgment.person().personalNumber();
        return getEntityManager()
                        .createNativeQuery(ADD)
                        .setParameter("id", judgment.id())
                        .setParameter("court", judgment.court())
                        .setParameter("key", key(judgment))
                        .setParameter("number", number == null ? new byte[0] : mark("number", number))
                        .setParameter(
                                "namesake", mark("namesake", judgment.person().namesake()))
                        .setParameter("content", seal(judgment))
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private byte[] key(Judgment judgment) {
        var person = judgment.person();
        var who = person.personalNumber() == null ? person.namesake() : person.personalNumber();
        return mark("judgment", judgment.court() + "|" + judgment.number() + "|" + who);
    }

    private byte[] mark(String kind, String value) {
        return lookup.mark(kind + ":" + value);
    }

    private Judgment judgment(JudgmentRow row) {
        try {
            return json.readValue(vault.open(row.id, row.content), Judgment.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] seal(Judgment judgment) {
        try {
            return vault.seal(judgment.id(), json.writeValueAsBytes(judgment));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
