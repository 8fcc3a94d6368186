package hoso.checks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static hoso.checks.HouseRules.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Whoever is not the owner of a health record reads in it through one gate, which writes each reading down. Three
/// rules together leave no other way: content comes from few ports; who asks them serves owners and senders only, or
/// is the gate; and what the gate hands out cannot be made elsewhere.
final class RecordRules {
    private static final String GATE = "hoso.healthrecord.access.gate";

    /// Ports that give what records hold.
    private static final Set<String> CONTENT = Set.of(
            "hoso.healthrecord.visit.Visits",
            "hoso.healthrecord.reading.resource.ReadEntries",
            "wrong.clinic.cabinet.Cabinet");

    /// Who asks them, beside the gate: their own package, and those who serve the owner of a record or a facility that
    /// sends. A package that is added here is looked at by the second rule.
    private static final Set<String> OWNERS = Set.of(
            "hoso.healthrecord.visit",
            "hoso.healthrecord.visit.reading",
            "hoso.healthrecord.held",
            "hoso.healthrecord.integration",
            "hoso.healthrecord.reading.resource",
            "hoso.healthrecord.reading.api",
            "hoso.healthrecord.reading.summary",
            "hoso.healthrecord.reading.trend",
            "hoso.healthrecord.reading.overview",
            "hoso.healthrecord.reading.print",
            "hoso.healthrecord.reading.export",
            "hoso.healthrecord.sharing.content",
            "hoso.healthrecord.filing.derivation",
            "hoso.healthrecord.filing.slip",
            "wrong.bakery.counter");

    /// Roles of owners and of senders.
    private static final Set<String> ROLES = Set.of("citizen", "facility");

    /// What only the gate makes.
    private static final Set<String> SIGHT = Set.of(GATE + ".Sight", "wrong.clinic.cabinet.Glasses");

    static final List<HouseRules.Rule> ALL = List.of(
            rule(
                    "what a health record holds is asked for by the gate, and by those who serve its owner or a sender",
                    noClasses()
                            .that(House.is("serve neither owners nor senders", c -> !isAny(c, OWNERS) && !isGate(c)))
                            .should()
                            .callMethodWhere(HouseRules.calls(
                                    "read in a record",
                                    access -> CONTENT.contains(
                                            access.getTargetOwner().getName()))),
                    "wrong.clinic.window.Passer"),
            rule(
                    "where a health record is read without the gate, only its owner and senders are let in",
                    methods()
                            .that(HouseRules.answerHttp())
                            .and()
                            .areDeclaredInClassesThat(House.is("serve owners and senders", c -> isAny(c, OWNERS)))
                            .should(letIn()),
                    "wrong.bakery.counter.Counter"),
            rule(
                    "only the gate makes the sight that a reading needs, and answers nobody itself",
                    noClasses()
                            .that(not(House.is("are the gate", c -> c.getName().equals(GATE + ".RecordGate"))))
                            .should()
                            .callConstructorWhere(HouseRules.calls(
                                    "make a sight",
                                    access -> SIGHT.contains(
                                            access.getTargetOwner().getName()))),
                    "wrong.clinic.window.Passer"));

    private RecordRules() {}

    private static boolean isGate(JavaClass type) {
        return type.getPackageName().equals(GATE);
    }

    private static boolean isAny(JavaClass type, Set<String> packages) {
        return packages.contains(type.getPackageName());
    }

    private static ArchCondition<JavaMethod> letIn() {
        return HouseRules.condition("let in citizens and facilities only", (method, events) -> {
            var roles = method.tryGetAnnotationOfType("jakarta.annotation.security.RolesAllowed")
                    .flatMap(allowed -> allowed.get("value"))
                    .map(names -> Arrays.asList((String[]) names))
                    .orElseGet(List::of);
            if (roles.isEmpty() || !ROLES.containsAll(roles)) {
                HouseRules.violated(events, method, method.getFullName() + " lets in " + roles);
            }
        });
    }
}
