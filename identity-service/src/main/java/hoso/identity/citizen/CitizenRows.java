package hoso.identity.citizen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.id.Ids;
import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.vault.BlindIndex;
import hoso.chassis.vault.Vault;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/// Citizens in PostgreSQL, found by the keyed mark of their number, never by the number.
@ApplicationScoped
class CitizenRows implements Citizens, PanacheRepositoryBase<CitizenRow, UUID> {
    private final Vault vault;
    private final BlindIndex blindIndex;
    private final ObjectMapper json;
    private final Ids ids;

    CitizenRows(Vault vault, BlindIndex blindIndex, ObjectMapper json, Ids ids) {
        this.vault = vault;
        this.blindIndex = blindIndex;
        this.json = json;
        this.ids = ids;
    }

    @Override
    public Optional<Citizen> find(UUID id) {
        return findByIdOptional(id).map(this::citizen);
    }

    @Override
    public Optional<Citizen> findForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(this::citizen);
    }

    @Override
    public Optional<Citizen> findForChange(PersonalNumber number) {
        var mark = blindIndex.of(number.digits());
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .setParameter("lock", ByteBuffer.wrap(mark).getLong())
                .getSingleResult();
        return PersonIdentifierRow.<PersonIdentifierRow>find(
                        "type = ?1 and mark = ?2 and status = ?3",
                        PersonIdentifierRow.PERSONAL_NUMBER,
                        mark,
                        PersonIdentifierRow.ACTIVE)
                .firstResultOptional()
                .flatMap(identifier -> findForChange(identifier.citizenId));
    }

    @Override
    public void add(Citizen citizen, PersonalNumber number) {
        var row = new CitizenRow();
        row.id = citizen.id();
        write(citizen, row);
        persist(row);

        var identifier = new PersonIdentifierRow();
        identifier.id = ids.next();
        identifier.citizenId = citizen.id();
        identifier.type = PersonIdentifierRow.PERSONAL_NUMBER;
        identifier.mark = blindIndex.of(number.digits());
        identifier.sealedValue = vault.seal(citizen.id(), number.digits().getBytes(StandardCharsets.UTF_8));
        identifier.status = PersonIdentifierRow.ACTIVE;
        identifier.validFrom = citizen.registeredAt();
        identifier.persist();
    }

    @Override
    public void save(Citizen citizen) {
        var row = findById(citizen.id());
        if (row == null) {
            throw new NoSuchElementException("citizen " + citizen.id());
        }
        write(citizen, row);
    }

    private void write(Citizen citizen, CitizenRow row) {
        row.accountLevel = citizen.level().number();
        row.snapshot = seal(citizen.id(), citizen.snapshot());
        row.contactPoints = seal(citizen.id(), citizen.contactPoints());
        row.manualCheck = !citizen.snapshot().doubts().isEmpty();
        row.registeredAt = citizen.registeredAt();
        row.version = citizen.version();
    }

    private Citizen citizen(CitizenRow row) {
        return new Citizen(
                row.id,
                AccountLevel.of(row.accountLevel).orElseThrow(),
                open(row.id, row.snapshot, Citizen.Snapshot.class),
                open(row.id, row.contactPoints, ContactPoints.class),
                row.registeredAt,
                row.version);
    }

    private byte[] seal(UUID citizen, Object value) {
        try {
            return vault.seal(citizen, json.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T open(UUID citizen, byte[] sealed, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(vault.open(citizen, sealed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
