package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import hoso.chassis.personal.Sensitive;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wrong.bakery.counter.Chatterbox;

/// Every value that says it hides itself is made, with canaries in it, and printed.
@Tag("core")
class HiddenTest {
    private static final String[] TRACES = {"canary", "1985"};

    private static final Map<Class<?>, Object> CANARIES = Map.of(
            String.class, "canary",
            CharSequence.class, "canary",
            LocalDate.class, LocalDate.of(1985, 3, 17),
            Instant.class, Instant.parse("1985-03-17T00:00:00Z"),
            OffsetDateTime.class, OffsetDateTime.parse("1985-03-17T00:00:00+07:00"),
            UUID.class, new UUID(0xCA_0A_81L, 0xCA_0A_81L),
            List.class, List.of("canary"),
            Set.class, Set.of("canary"),
            Map.class, Map.of("canary", "canary"),
            Optional.class, Optional.of("canary"));

    private static final Map<Class<?>, Object> ZEROS = Map.of(
            boolean.class,
            true,
            byte.class,
            (byte) 17,
            short.class,
            (short) 17,
            char.class,
            'c',
            int.class,
            19850317,
            long.class,
            19850317L,
            float.class,
            17f,
            double.class,
            17d);

    static List<Class<?>> hidden() throws MalformedURLException {
        var parts =
                Stream.concat(Part.SERVICES.stream(), Stream.of(Part.GATEWAY)).toList();
        var urls = new ArrayList<URL>();
        var names = new ArrayList<String>();
        for (var part : parts) {
            urls.add(part.classes().toUri().toURL());
            Code.of(part).stream()
                    .filter(type -> type.isAssignableTo(Sensitive.class))
                    .filter(type -> !type.isInterface())
                    .map(JavaClass::getName)
                    .forEach(names::add);
        }
        var loader = new URLClassLoader(urls.toArray(URL[]::new), HiddenTest.class.getClassLoader());
        return names.stream()
                .<Class<?>>map(name -> load(loader, name))
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void aHiddenValuePrintsNothingOfWhatItHolds(Class<?> type) {
        assertThat(printed(type)).contains(type.getSimpleName()).doesNotContain(TRACES);
    }

    @Test
    void aValueThatOnlySaysItHidesItselfIsFound() {
        assertThat(printed(Chatterbox.class)).contains(TRACES[0]);
    }

    /// What it prints with canaries in it. One that takes no canary is printed empty, and must say nothing at all.
    private static String printed(Class<?> type) {
        try {
            return make(type).toString();
        } catch (TakesNoCanary _) {
            var printed = empty(type).toString();
            return printed.equals(type.getSimpleName() + "[***]") ? printed : printed + TRACES[0];
        }
    }

    private static final class TakesNoCanary extends RuntimeException {
        private static final long serialVersionUID = 1;

        TakesNoCanary(Throwable cause) {
            super(cause);
        }
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static Object make(Class<?> type) {
        if (type.isRecord()) {
            var components = type.getRecordComponents();
            try {
                var constructor = type.getDeclaredConstructor(
                        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return constructor.newInstance(Stream.of(components)
                        .map(component -> canary(component.getType()))
                        .toArray());
            } catch (InvocationTargetException e) {
                throw new TakesNoCanary(e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type.getName(), e);
            }
        }
        return filled(empty(type));
    }

    private static Object filled(Object value) {
        try {
            for (var field : value.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    field.set(value, canary(field.getType()));
                }
            }
            return value;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object canary(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return canary(type.getPermittedSubclasses()[0]);
        }
        if (type.isRecord()) {
            try {
                return make(type);
            } catch (TakesNoCanary _) {
                return empty(type);
            }
        }
        return type.isPrimitive() ? ZEROS.get(type) : CANARIES.get(type);
    }

    /// An instance whose constructor did not run. What it holds is empty, and a `toString` that prints components
    /// still shows itself by their names.
    private static Object empty(Class<?> type) {
        try {
            var factory = Class.forName("sun.reflect.ReflectionFactory");
            var instance = factory.getMethod("getReflectionFactory").invoke(null);
            var constructor =
                    (Constructor<?>) factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                            .invoke(instance, type, Object.class.getDeclaredConstructor());
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
