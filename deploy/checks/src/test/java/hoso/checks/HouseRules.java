package hoso.checks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The house rules. Each is listed once, with a name and the class in `wrong` that breaks it: one test asks the rule
/// to hold on the real code, another watches it bite.
final class HouseRules {
    private static final String JPA = "jakarta.persistence";
    private static final String PANACHE = "io.quarkus.hibernate";

    /// Pure parts of the chassis: values that hide themselves, pages, letters made comparable, days, digests. Nothing
    /// in them reads a clock, a file or a database, so the core may use them like the JDK.
    private static final String[] PURE = {
        "java",
        "javax.crypto",
        "javax.xml",
        "org.jspecify",
        "hoso.chassis.personal",
        "hoso.chassis.hash",
        "hoso.chassis.page",
        "hoso.chassis.text"
    };

    /// Libraries a use case may know beside the core: injection, transactions, the chassis, log and meters,
    /// and when the service starts and stops.
    private static final String[] FOR_USE_CASES = {
        "jakarta.inject",
        "jakarta.enterprise",
        "jakarta.transaction",
        "jakarta.annotation",
        "hoso.chassis",
        "org.jboss.logging",
        "io.micrometer.core",
        "io.quarkus.runtime"
    };

    /// Where time and randomness come from. The gateway stands without the chassis, so it has sources of its own.
    private static final Set<String> SOURCES =
            Set.of("hoso.gateway.limits.ClockConfig", "hoso.gateway.routes.RandomConfig");

    /// Who sees the process start: the chassis, which tells `Active` unless the instance is passive, and
    /// the gateway, which stands without it and asks the switch itself.
    private static final Set<String> BEGINNERS =
            Set.of("hoso.chassis.activity.Activity", "hoso.gateway.limits.IssuerClient");

    /// Component names that hold something personal wherever they appear.
    private static final Set<String> PERSONAL = Set.of(
            "personalnumber",
            "fullname",
            "birthdate",
            "email",
            "phone",
            "fathername",
            "mothername",
            "spousename",
            "documentnumber");

    private static final Set<String> TEXTS = Set.of("java.lang.String", "java.time.LocalDate");

    /// A rule, its name, and the class in `wrong` it must name.
    record Rule(String name, ArchRule rule, String wrong) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Rule> ALL = List.of(
            rule(
                    "the core knows the JDK, itself, and of the chassis only its pure values",
                    classes().that(House.CORE).should(onlyKnow("core", HouseRules::mayCoreKnow)),
                    "wrong.bakery.oven.Loaf"),
            rule(
                    "a use case knows the core, ports, injection, transactions, meters and the chassis, and no other library",
                    classes().that(House.USE_CASE).should(onlyKnow("use case", HouseRules::mayUseCaseKnow)),
                    "wrong.bakery.oven.BakeLoaf"),
            rule(
                    "only beans open transactions, and listeners need none: the chassis opened theirs",
                    methods()
                            .that()
                            .areDeclaredInClassesThat(not(House.IN_CHASSIS))
                            .and()
                            .areAnnotatedWith("jakarta.transaction.Transactional")
                            .should()
                            .beDeclaredInClassesThat(House.is(
                                    "use cases, resources or rows",
                                    c -> House.USE_CASE.test(c)
                                            || House.outermost(c)
                                                    .getSimpleName()
                                                    .endsWith("Resource")
                                            || House.outermost(c)
                                                    .getSimpleName()
                                                    .endsWith("Rows"))),
                    "wrong.bakery.oven.FlourListener"),
            rule(
                    "an address is answered by a package-private ...Resource",
                    classes()
                            .that()
                            .areAnnotatedWith("jakarta.ws.rs.Path")
                            .should()
                            .notBePublic()
                            .andShould()
                            .haveSimpleNameEndingWith("Resource"),
                    "wrong.bakery.counter.Counter"),
            rule(
                    "a verb nobody can call is no verb: methods that answer HTTP are public",
                    methods().that(answerHttp()).should().bePublic(),
                    "wrong.bakery.counter.Counter"),
            rule(
                    "every method that answers HTTP says who may call it",
                    methods().that(answerHttp()).should(sayWhoMayCall()),
                    "wrong.bakery.counter.Counter"),
            rule(
                    "only the chassis speaks to Kafka (deploy/local, which runs the broker, is not asked)",
                    noClasses()
                            .that(not(House.IN_CHASSIS.or(House.IN_LOCAL)))
                            .should()
                            .dependOnClassesThat(House.is(
                                    "Kafka clients or a messaging framework",
                                    c -> House.isAny(
                                            c,
                                            "org.apache.kafka",
                                            "org.eclipse.microprofile.reactive.messaging",
                                            "io.smallrye.reactive.messaging",
                                            "io.debezium"))),
                    "wrong.bakery.oven.Chimney"),
            rule(
                    "whoever hears events is a ...Listener",
                    classes()
                            .that()
                            .implement("hoso.chassis.event.Subscription")
                            .should()
                            .haveSimpleNameEndingWith("Listener")
                            .andShould()
                            .notBePublic(),
                    "wrong.bakery.oven.Ear"),
            rule(
                    "only the chassis hands an event to a listener: it alone writes the inbox in the same transaction",
                    noClasses()
                            .that(not(House.IN_CHASSIS))
                            .should()
                            .callMethodWhere(calls(
                                    "hand an event to a listener",
                                    access -> access.getTargetOwner().isAssignableTo("hoso.chassis.event.Subscription")
                                            && access.getName().equals("on"))),
                    "wrong.bakery.oven.Gossip"),
            rule(
                    "only rows know the database (the chassis keeps its own tables)",
                    noClasses()
                            .that(not(House.IN_CHASSIS.or(House.IN_LOCAL)))
                            .and(House.is(
                                    "are no rows",
                                    c -> !House.outermost(c).getSimpleName().endsWith("Row")
                                            && !House.outermost(c)
                                                    .getSimpleName()
                                                    .endsWith("Rows")))
                            .should()
                            .dependOnClassesThat(House.is(
                                    "JPA, Panache or JDBC",
                                    c -> House.isAny(c, JPA, PANACHE, "java.sql")
                                            && !c.getName().equals("java.sql.SQLException"))),
                    "wrong.bakery.oven.Shelf"),
            rule(
                    "a row stays in its package",
                    classes()
                            .that(House.is(
                                    "hold rows",
                                    c -> House.outermost(c).getSimpleName().endsWith("Row")
                                            || House.outermost(c)
                                                    .getSimpleName()
                                                    .endsWith("Rows")))
                            .should()
                            .notBePublic(),
                    "wrong.bakery.oven.BreadRow"),
            rule(
                    "no row is handed out",
                    methods()
                            .that()
                            .arePublic()
                            .and()
                            .areDeclaredInClassesThat()
                            .arePublic()
                            .should(nameNoRow()),
                    "wrong.bakery.oven.Display"),
            rule(
                    "features have no cycles",
                    SlicesRuleDefinition.slices()
                            .assignedFrom(slices("features", House::feature))
                            .should()
                            .beFreeOfCycles(),
                    "wrong.mill.bran.Husk"),
            rule(
                    "areas have no cycles",
                    SlicesRuleDefinition.slices()
                            .assignedFrom(slices("areas", House::area))
                            .should()
                            .beFreeOfCycles(),
                    "wrong.mill.grain.Grain"),
            rule(
                    "no part knows a service's package: files cross borders, classes never do",
                    noClasses().that(House.is("are ours", House::isOurs)).should(knowAnothersPackage()),
                    "wrong.mill.grain.Spy"),
            rule(
                    "the chassis says no word of the glossary (a token's account level is told by the token, not by us)",
                    classes().that(House.IN_CHASSIS).should(sayNothingOf(Glossary.names())),
                    "wrong.chassis.CertificateCupboard"),
            rule(
                    "time and randomness are asked for (Clock, Ids), never read",
                    noClasses()
                            .that(not(House.IN_CHASSIS.or(House.IN_LOCAL)))
                            .and(House.is("are no source of them", c -> !SOURCES.contains(c.getName())))
                            .should()
                            .accessTargetWhere(calls("read the clock or dice", HouseRules::readsClockOrDice)),
                    "wrong.bakery.oven.Cuckoo"),
            rule(
                    "what works by itself begins with Active, never with the process: a passive instance does nothing unasked",
                    noClasses()
                            .that(House.is("do not tell Active", c -> !BEGINNERS.contains(c.getName())))
                            .should()
                            .dependOnClassesThat(House.is(
                                    "the start of the process or a timer of the framework",
                                    c -> c.getName().equals("io.quarkus.runtime.StartupEvent")
                                            || c.getName().equals("io.quarkus.runtime.Startup")
                                            || c.getName().equals("jakarta.enterprise.event.Startup")
                                            || c.getName().equals("jakarta.ejb.Startup")
                                            || House.isAny(c, "io.quarkus.scheduler"))),
                    "wrong.bakery.oven.EarlyBird"),
            rule(
                    "connections are opened only where the end of the whole exchange is set",
                    noClasses()
                            .that(House.is(
                                    "set no end",
                                    c -> !Clients.OPENERS.containsKey(
                                            House.outermost(c).getName())))
                            .should()
                            .accessTargetWhere(calls("open a connection", Clients::opens)),
                    "wrong.bakery.oven.Telephone"),
            rule(
                    "every package is @NullMarked",
                    classes().that(House.is("are ours", House::isOurs)).should(beNullMarked()),
                    "wrong.bakery.lax.Lax"),
            rule(
                    "what a class needs comes through its constructor",
                    noFields()
                            .should()
                            .beAnnotatedWith("jakarta.inject.Inject")
                            .orShould()
                            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty"),
                    "wrong.bakery.oven.Injected"),
            rule(
                    "a record that holds something personal hides it",
                    classes()
                            .that(House.is("hold something personal", HouseRules::isPersonal))
                            .should()
                            .implement("hoso.chassis.personal.Sensitive"),
                    "wrong.bakery.counter.Customer"));

    private HouseRules() {}

    static Rule rule(String name, ArchRule rule, String wrong) {
        return new Rule(name, rule.as(name), wrong);
    }

    private static boolean mayCoreKnow(JavaClass from, JavaClass to) {
        return House.isAny(to, PURE)
                || House.isAny(to, "hoso.chassis.layer")
                || (isSame(from, to) && House.CORE.test(to.getBaseComponentType()));
    }

    private static boolean mayUseCaseKnow(JavaClass from, JavaClass to) {
        return House.isAny(to, PURE) || House.isAny(to, FOR_USE_CASES) || isSame(from, to);
    }

    private static boolean isSame(JavaClass from, JavaClass to) {
        return House.isOurs(to.getBaseComponentType())
                && House.part(from).equals(House.part(to.getBaseComponentType()));
    }

    private interface May {
        boolean know(JavaClass from, JavaClass to);
    }

    private static ArchCondition<JavaClass> onlyKnow(String who, May may) {
        return condition(
                "know only what a " + who + " may know",
                (type, events) -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .isPrimitive())
                        .filter(dependency -> !may.know(type, dependency.getTargetClass()))
                        .forEach(dependency -> violated(events, type, dependency.getDescription())));
    }

    static DescribedPredicate<JavaMethod> answerHttp() {
        return DescribedPredicate.describe(
                "answer HTTP", method -> method.isMetaAnnotatedWith("jakarta.ws.rs.HttpMethod"));
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        var ways = List.of(
                "jakarta.annotation.security.RolesAllowed",
                "io.quarkus.security.Authenticated",
                "jakarta.annotation.security.PermitAll");
        return condition("say who may call", (method, events) -> {
            if (ways.stream()
                    .noneMatch(way ->
                            method.isAnnotatedWith(way) || method.getOwner().isAnnotatedWith(way))) {
                violated(events, method, method.getDescription() + " does not say who may call it");
            }
        });
    }

    private static ArchCondition<JavaMethod> nameNoRow() {
        return condition(
                "name no row",
                (method, events) -> Stream.concat(
                                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .filter(type ->
                                type.getBaseComponentType().getSimpleName().endsWith("Row"))
                        .forEach(type ->
                                violated(events, method, method.getDescription() + " hands out " + type.getName())));
    }

    private static SliceAssignment slices(String description, Function<JavaClass, String> step) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return House.isOurs(type) && !step.apply(type).isEmpty()
                        ? SliceIdentifier.of(House.part(type), step.apply(type))
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return description;
            }
        };
    }

    private static ArchCondition<JavaClass> knowAnothersPackage() {
        return condition(
                "know another part's package",
                (type, events) -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> {
                            var to = dependency.getTargetClass().getBaseComponentType();
                            return House.isOurs(to)
                                    && !House.part(to).equals("chassis")
                                    && !House.part(to).equals(House.part(type));
                        })
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription()))));
    }

    private static ArchCondition<JavaClass> sayNothingOf(Set<String> words) {
        return condition("say no word of the glossary", (type, events) -> {
            var names = Stream.concat(
                    Stream.of(type.getSimpleName()), type.getMembers().stream().map(JavaMember::getName));
            names.filter(name -> words.stream().anyMatch(word -> Glossary.says(name, word)))
                    .forEach(name -> violated(events, type, type.getName() + " says " + name));
        });
    }

    /// `now(clock)` asks; `now()` and `now(zone)` read.
    private static boolean readsClockOrDice(JavaAccess<?> access) {
        var name = access.getName();
        return switch (access.getTargetOwner().getName()) {
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.time.Clock" -> name.startsWith("system");
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.lang.Math" -> name.equals("random");
            case "java.util.Date" -> name.equals("<init>") && parameters(access).isEmpty();
            case "java.util.Random",
                    "java.security.SecureRandom",
                    "java.util.SplittableRandom",
                    "java.util.concurrent.ThreadLocalRandom" ->
                Set.of("<init>", "current", "getInstance", "getInstanceStrong").contains(name);
            case String owner ->
                owner.startsWith("java.time.")
                        && name.equals("now")
                        && !parameters(access).contains("java.time.Clock");
        };
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit
                ? unit.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }

    private static ArchCondition<JavaClass> beNullMarked() {
        return condition("be in a @NullMarked package", (type, events) -> {
            if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                violated(events, type, type.getName() + " is in a package without @NullMarked");
            }
        });
    }

    private static boolean isPersonal(JavaClass type) {
        return type.isRecord()
                && !House.part(type).equals("local")
                && type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> TEXTS.contains(field.getRawType().getName()))
                        .anyMatch(field -> PERSONAL.contains(field.getName().toLowerCase(Locale.ROOT)));
    }

    static DescribedPredicate<JavaAccess<?>> calls(String description, Predicate<JavaAccess<?>> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    interface Check<T> {
        void check(T item, ConditionEvents events);
    }

    static <T> ArchCondition<T> condition(String description, Check<T> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                check.check(item, events);
            }
        };
    }

    static void violated(ConditionEvents events, Object item, String message) {
        events.add(SimpleConditionEvent.violated(item, message));
    }
}
