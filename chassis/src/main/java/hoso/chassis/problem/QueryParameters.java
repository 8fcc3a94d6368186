package hoso.chassis.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A query parameter that cannot be read is a mistake in the request, told as 400. Jakarta REST would tell it as 404
/// (section 3.2 of its specification), as if there were no such list. In a path it stays 404: there is nothing there.
@Provider
public class QueryParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            Integer.class, Integer::valueOf,
            int.class, Integer::valueOf,
            Long.class, Long::valueOf,
            long.class, Long::valueOf,
            UUID.class, UUID::fromString);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var reader = type.isEnum() ? named(type) : READERS.get(type);
        return reader == null
                ? null
                : Arrays.stream(annotations)
                        .filter(QueryParam.class::isInstance)
                        .map(annotation -> ((QueryParam) annotation).value())
                        .findFirst()
                        .<ParamConverter<T>>map(name -> new Reading<>(name, reader))
                        .orElse(null);
    }

    private static Function<String, ?> named(Class<?> type) {
        var constants = type.getEnumConstants();
        return value -> Arrays.stream(constants)
                .filter(constant -> ((Enum<?>) constant).name().equals(value))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private record Reading<T>(String name, Function<String, ?> reader) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked") // the reader was found by the type
        public T fromString(String value) {
            try {
                return (T) reader.apply(value);
            } catch (IllegalArgumentException _) {
                throw Problem.of(400, "parameter-unreadable")
                        .with("parameter", name)
                        .raise();
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
