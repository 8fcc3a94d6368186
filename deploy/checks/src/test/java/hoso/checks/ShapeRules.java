package hoso.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static hoso.checks.HouseRules.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Ceilings for packages, areas and classes. What is larger is split; a ceiling is not raised. [SourcesTest] holds
/// those that only the text of a file shows.
final class ShapeRules {
    static final int TYPES = 25;
    static final int FEATURES = 8;
    static final int PARAMETERS = 8;
    static final int FIELDS = 12;

    /// Records that had more fields before there was a ceiling. One that keeps it is struck off.
    static final Set<String> MANY_FIELDS =
            Set.of("hoso.judicialcert.money.receipt.Receipt", "hoso.judicialcert.person.Applicant");

    static final List<HouseRules.Rule> ALL = List.of(
            rule(
                    "a package holds at most 25 types of its own",
                    classes()
                            .that(House.is("are ours", House::isOurs))
                            .should(gather("share a package with at most 24 others", ShapeRules::crowded)),
                    "wrong.mill.crowd.Crowd"),
            rule(
                    "an area holds at most 8 features; who needs a ninth opens a second area",
                    classes()
                            .that(House.IN_SERVICE)
                            .should(gather("stand in an area of at most 8 features", ShapeRules::sprawling)),
                    "wrong.market.apples.StallApples"),
            rule(
                    "the simple name of a public type means one thing in its service",
                    classes()
                            .that(House.IN_SERVICE)
                            .should(gather("be called what nothing else is called", ShapeRules::ambiguous)),
                    "wrong.mill.grain.Sack"),
            rule(
                    "a constructor takes at most 8 things",
                    classes()
                            .that(House.is("are ours", House::isOurs))
                            .should(keep("constructor", ShapeRules::parameters, PARAMETERS)),
                    "wrong.bakery.oven.Kitchen"),
            rule(
                    "a record has at most 12 fields",
                    classes()
                            .that(House.is("are ours", House::isOurs))
                            .and(House.is("are not excused", type -> !MANY_FIELDS.contains(type.getName())))
                            .should(keep("record", ShapeRules::fields, FIELDS)),
                    "wrong.bakery.oven.Recipe"));

    private ShapeRules() {}

    /// The most that a constructor of a class takes. A record is measured by its fields, and the compiler adds
    /// parameters to those of enums, inner and local classes.
    static int parameters(JavaClass type) {
        if (type.isRecord()
                || type.isEnum()
                || type.isLocalClass()
                || type.isAnonymousClass()
                || (type.isNestedClass() && !type.getModifiers().contains(JavaModifier.STATIC))) {
            return 0;
        }
        return type.getConstructors().stream()
                .mapToInt(constructor -> constructor.getRawParameterTypes().size())
                .max()
                .orElse(0);
    }

    static int fields(JavaClass type) {
        return type.isRecord()
                ? (int) type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .count()
                : 0;
    }

    static Set<JavaClass> crowded(Collection<JavaClass> all) {
        return overfull(all.stream().filter(ShapeRules::isTopLevel).toList(), JavaClass::getPackageName, TYPES);
    }

    /// Features that stand alone make one area together.
    static Set<JavaClass> sprawling(Collection<JavaClass> all) {
        Map<String, Set<String>> features = new HashMap<>();
        all.stream()
                .filter(type -> !House.feature(type).isEmpty())
                .forEach(type -> features.computeIfAbsent(part(type, House.area(type)), _ -> new HashSet<>())
                        .add(House.feature(type)));
        Function<JavaClass, String> area = type ->
                features.getOrDefault(part(type, House.area(type)), Set.of()).size() > 1
                        ? part(type, House.area(type))
                        : part(type, "");
        Map<String, Set<String>> held = new HashMap<>();
        var inFeatures =
                all.stream().filter(type -> !House.feature(type).isEmpty()).toList();
        inFeatures.forEach(type ->
                held.computeIfAbsent(area.apply(type), _ -> new HashSet<>()).add(House.feature(type)));
        var sprawling = new HashSet<JavaClass>();
        inFeatures.stream()
                .filter(type -> held.getOrDefault(area.apply(type), Set.of()).size() > FEATURES)
                .forEach(sprawling::add);
        return sprawling;
    }

    static Set<JavaClass> ambiguous(Collection<JavaClass> all) {
        Map<String, Set<JavaClass>> named = new HashMap<>();
        all.stream()
                .filter(ShapeRules::isTopLevel)
                .forEach(type -> named.computeIfAbsent(part(type, type.getSimpleName()), _ -> new HashSet<>())
                        .add(type));
        var ambiguous = new HashSet<JavaClass>();
        named.values().stream()
                .filter(types -> types.size() > 1)
                .filter(types ->
                        types.stream().anyMatch(type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
                .forEach(ambiguous::addAll);
        return ambiguous;
    }

    private static Set<JavaClass> overfull(List<JavaClass> types, Function<JavaClass, String> key, int most) {
        Map<String, Set<JavaClass>> groups = new HashMap<>();
        types.forEach(type ->
                groups.computeIfAbsent(key.apply(type), _ -> new HashSet<>()).add(type));
        var overfull = new HashSet<JavaClass>();
        groups.values().stream().filter(group -> group.size() > most).forEach(overfull::addAll);
        return overfull;
    }

    private static boolean isTopLevel(JavaClass type) {
        return type.getEnclosingClass().isEmpty() && !type.getSimpleName().equals("package-info");
    }

    private static String part(JavaClass type, String step) {
        return House.part(type) + "/" + step;
    }

    private static ArchCondition<JavaClass> keep(String what, Function<JavaClass, Integer> measure, int most) {
        return HouseRules.condition("keep the ceiling of a " + what, (type, events) -> {
            if (measure.apply(type) > most) {
                HouseRules.violated(events, type, type.getName() + ": " + what + " of " + measure.apply(type));
            }
        });
    }

    /// A condition that is decided over all classes at once.
    private static ArchCondition<JavaClass> gather(
            String description, Function<Collection<JavaClass>, Set<JavaClass>> breaking) {
        return new ArchCondition<>(description) {
            private Set<JavaClass> broken = Set.of();

            @Override
            public void init(Collection<JavaClass> all) {
                broken = breaking.apply(all);
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (broken.contains(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " does not " + description));
                }
            }
        };
    }
}
