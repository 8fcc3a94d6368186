package hoso.checks;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where a class stands: which part, which feature, and whether it is core, use case or edge.
final class House {
    /// An edge says so with the last word of its name.
    private static final Set<String> EDGES = Set.of(
            "Resource",
            "Listener",
            "Row",
            "Rows",
            "Client",
            "Wire",
            "Events",
            "Json",
            "Reader",
            "Writer",
            "Problem",
            "Problems",
            "Config",
            "Answer",
            "Body");

    /// What makes a class a bean. A bean that is no edge is a use case.
    private static final Set<String> BEANS = Set.of(
            "jakarta.enterprise.context.ApplicationScoped",
            "jakarta.enterprise.context.RequestScoped",
            "jakarta.enterprise.context.Dependent",
            "jakarta.inject.Singleton");

    static final DescribedPredicate<JavaClass> EDGE = is("edges", House::isEdge);
    static final DescribedPredicate<JavaClass> USE_CASE = is("use cases", House::isUseCase);
    static final DescribedPredicate<JavaClass> CORE = is("the core", House::isCore);
    static final DescribedPredicate<JavaClass> IN_CHASSIS = is("in the chassis", c -> part(c).equals("chassis"));
    static final DescribedPredicate<JavaClass> IN_SERVICE = is("in a service", c -> isService(part(c)));
    static final DescribedPredicate<JavaClass> IN_LOCAL = is("in deploy/local", c -> part(c).equals("local"));

    private static final String ADAPTER = "hoso.chassis.layer.Adapter";

    private House() {}

    static DescribedPredicate<JavaClass> is(String description, java.util.function.Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    /// Classes of the house, and the wrong ones that stand for it in the counter-examples.
    static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("hoso.")
                || type.getPackageName().startsWith("wrong.");
    }

    static String part(JavaClass type) {
        return step(type, 1);
    }

    /// The first step below a part. A step with packages below it is an area, and those are its features.
    static String area(JavaClass type) {
        return step(type, 2);
    }

    /// All steps below a part.
    static String feature(JavaClass type) {
        var steps = List.of(type.getPackageName().split("\\.", -1));
        return isOurs(type) && steps.size() > 2 ? String.join(".", steps.subList(2, steps.size())) : "";
    }

    private static String step(JavaClass type, int n) {
        var steps = type.getPackageName().split("\\.", -1);
        return isOurs(type) && steps.length > n ? steps[n] : "";
    }

    /// In the counter-examples any part that is not named after one of the real ones stands for a service.
    private static boolean isService(String part) {
        return Part.isService(part)
                || List.of("bakery", "mill", "market", "market", "market").contains(part);
    }

    static JavaClass outermost(JavaClass type) {
        var outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    private static boolean isEdge(JavaClass type) {
        var outermost = outermost(type);
        return outermost.getSimpleName().equals("package-info")
                || EDGES.stream().anyMatch(outermost.getSimpleName()::endsWith)
                || isAdapter(outermost, new HashSet<>());
    }

    /// A class that knows a library for which its package is marked; and whatever is no bean and knows such a class
    /// beside it.
    private static boolean isAdapter(JavaClass outermost, Set<JavaClass> asked) {
        var libraries = libraries(outermost);
        return libraries.length > 0
                && asked.add(outermost)
                && outermost.getPackage().getClasses().stream()
                        .filter(type -> outermost(type).equals(outermost))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .anyMatch(known -> isAny(known, libraries)
                                || (!isBean(outermost)
                                        && known.getPackageName().equals(outermost.getPackageName())
                                        && isAdapter(outermost(known), asked)));
    }

    private static boolean isBean(JavaClass type) {
        return BEANS.stream().anyMatch(bean -> outermost(type).isAnnotatedWith(bean));
    }

    /// The libraries for which the package of a class is marked; none when it is not.
    static String[] libraries(JavaClass type) {
        return type.getPackage()
                .tryGetAnnotationOfType(ADAPTER)
                .map(mark -> (String[]) mark.get("knows").orElseThrow())
                .orElseGet(() -> new String[0]);
    }

    private static boolean isUseCase(JavaClass type) {
        return !isEdge(type) && isService(part(type)) && isBean(type);
    }

    private static boolean isCore(JavaClass type) {
        return isService(part(type)) && !isEdge(type) && !isUseCase(type);
    }

    static boolean isAny(JavaClass type, String... packages) {
        var base = type.getBaseComponentType();
        return Stream.of(packages)
                .anyMatch(name -> base.getPackageName().equals(name)
                        || base.getPackageName().startsWith(name + "."));
    }
}
