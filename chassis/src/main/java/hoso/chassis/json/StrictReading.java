package hoso.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.ToIntFunction;

/// What JSON allows and no caller means: an object that names a member twice (RFC 8259, 4: what a reader makes of it is
/// unpredictable), and times in years that no calendar of ours and no database knows. Both are told as unreadable.
@Singleton
class StrictReading implements ObjectMapperCustomizer {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    /// After the modules of Quarkus: the last reader of a type is the one that counts.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.registerModule(new SimpleModule("years that a database knows")
                .addDeserializer(
                        LocalDate.class,
                        new Bounded<>(LocalDate.class, LocalDateDeserializer.INSTANCE, LocalDate::getYear))
                .addDeserializer(
                        Instant.class,
                        new Bounded<>(
                                Instant.class,
                                InstantDeserializer.INSTANT,
                                at -> at.atOffset(ZoneOffset.UTC).getYear()))
                .addDeserializer(
                        OffsetDateTime.class,
                        new Bounded<>(
                                OffsetDateTime.class, InstantDeserializer.OFFSET_DATE_TIME, OffsetDateTime::getYear)));
    }

    @SuppressWarnings("serial") // never serialized: it lives in a mapper
    private static final class Bounded<T> extends StdScalarDeserializer<T> {
        private final JsonDeserializer<T> reader;
        private final ToIntFunction<T> year;

        Bounded(Class<T> type, JsonDeserializer<T> reader, ToIntFunction<T> year) {
            super(type);
            this.reader = reader;
            this.year = year;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var time = reader.deserialize(parser, context);
            if (time != null && (year.applyAsInt(time) < FIRST_YEAR || year.applyAsInt(time) > LAST_YEAR)) {
                context.reportInputMismatch(this, "a year beyond %d", LAST_YEAR);
            }
            return time;
        }
    }
}
