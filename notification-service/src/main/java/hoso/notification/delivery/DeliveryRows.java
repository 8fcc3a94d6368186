package hoso.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.page.Cursor;
import hoso.notification.template.Notice;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Deliveries in PostgreSQL.
@ApplicationScoped
class DeliveryRows implements Deliveries, PanacheRepositoryBase<DeliveryRow, UUID> {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final String DUE = "select id from delivery where due_at <= :now order by due_at limit :most";
    private static final String HOLD_DUE =
            "select * from delivery where id = :id and due_at <= :now for update skip locked";

    private final ObjectMapper json;

    DeliveryRows(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isPlanned(About about, Notice notice, Channel channel) {
        return count(
                        "subjectId = ?1 and subjectSequence = ?2 and notice = ?3 and channel = ?4",
                        about.id(),
                        about.sequence(),
                        notice.name(),
                        channel.name())
                > 0;
    }

    @Override
    public void add(Delivery delivery) {
        var row = new DeliveryRow();
        row.id = delivery.id();
        write(delivery, row);
        persist(row);
    }

    @Override
    public void save(Delivery delivery) {
        var row = findById(delivery.id());
        if (row == null) {
            throw new NoSuchElementException("delivery " + delivery.id());
        }
        write(delivery, row);
    }

    @Override
    public Optional<Delivery> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(this::delivery);
    }

    @Override
    public Optional<Delivery> holdByTrackingNumber(String trackingNumber) {
        return find("trackingNumber", trackingNumber)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::delivery);
    }

    @Override
    @Transactional
    public List<UUID> due(Instant now, int most) {
        List<?> ids = getEntityManager()
                .createNativeQuery(DUE)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    @Override
    public Optional<Delivery> holdDue(UUID id, Instant now) {
        List<?> rows = getEntityManager()
                .createNativeQuery(HOLD_DUE, DeliveryRow.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .getResultList();
        return rows.stream().map(row -> delivery((DeliveryRow) row)).findFirst();
    }

    @Override
    public List<Delivery> inApp(UUID citizen, @Nullable Cursor after, int limit) {
        return page("citizenId = :citizen and channel = 'IN_APP'", Map.of("citizen", citizen), after, limit);
    }

    @Override
    public List<Delivery> of(UUID citizen, @Nullable UUID about, @Nullable Cursor after, int limit) {
        return about == null
                ? page("citizenId = :citizen", Map.of("citizen", citizen), after, limit)
                : page(
                        "citizenId = :citizen and subjectId = :about",
                        Map.of("citizen", citizen, "about", about),
                        after,
                        limit);
    }

    private List<Delivery> page(String where, Map<String, Object> parameters, @Nullable Cursor after, int limit) {
        var all = new HashMap<>(parameters);
        var condition = where;
        if (after != null) {
            all.put("at", after.at());
            all.put("id", after.id());
            condition += " and (plannedAt < :at or (plannedAt = :at and id < :id))";
        }
        return find(condition + " order by plannedAt desc, id desc", all).range(0, limit).list().stream()
                .map(this::delivery)
                .toList();
    }

    private void write(Delivery delivery, DeliveryRow row) {
        row.citizenId = delivery.message().citizen();
        row.subjectType = delivery.message().about().kind().name();
        row.subjectId = delivery.message().about().id();
        row.subjectSequence = delivery.message().about().sequence();
        row.certificateId = delivery.message().about().certificate();
        row.notice = delivery.message().notice().name();
        row.template = delivery.message().template();
        row.channel = delivery.channel().name();
        row.values = text(delivery.message().values());
        row.state = delivery.state().name();
        row.attempts = delivery.attempts();
        row.lost = delivery.progress().lost();
        row.lease = delivery.lease();
        row.dueAt = delivery.due();
        row.recipientMasked = delivery.progress().recipient();
        row.trackingNumber = delivery.progress().trackingNumber();
        row.reason = delivery.progress().reason();
        row.plannedAt = delivery.message().plannedAt();
        row.changedAt = delivery.progress().changedAt();
        row.version = delivery.progress().version();
    }

    private Delivery delivery(DeliveryRow row) {
        return new Delivery(message(row), progress(row));
    }

    private Message message(DeliveryRow row) {
        return new Message(
                row.id,
                row.citizenId,
                new About(About.Kind.valueOf(row.subjectType), row.subjectId, row.certificateId, row.subjectSequence),
                Notice.valueOf(row.notice),
                row.template,
                Channel.valueOf(row.channel),
                values(row.values),
                row.plannedAt);
    }

    private static Progress progress(DeliveryRow row) {
        return new Progress(
                State.valueOf(row.state),
                row.attempts,
                row.lost,
                row.lease,
                row.dueAt,
                row.recipientMasked,
                row.trackingNumber,
                row.reason,
                row.changedAt,
                row.version);
    }

    private String text(Map<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> values(String text) {
        try {
            return json.readValue(text, VALUES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
