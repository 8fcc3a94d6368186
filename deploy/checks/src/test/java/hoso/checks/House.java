package hoso.checks;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Where a class stands: which part, which feature, and whether it is core, use case or edge.
final class House {
    /// An edge says so with the last word of its name.
    private static final Set<String> EDGES = Set.of(
            "Resource", "Listener", "Row", "Rows", "Client", "Wire", "Problem", "Problems", "Config", "Answer", "Body");

    /// Edges that no suffix would name well: adapters whose library is the point of them. Each says which.
    static final Map<String, String> ADAPTERS = Map.ofEntries(
            Map.entry("hoso.judicialcert.certificate.CertificateDocument", "writes PDF"),
            Map.entry("hoso.judicialcert.certificate.Sheet", "writes PDF"),
            Map.entry("hoso.judicialcert.certificate.Fonts", "writes PDF"),
            Map.entry("hoso.judicialcert.certificate.PadesSigning", "signs PDF"),
            Map.entry("hoso.judicialcert.share.PasscodeHashes", "hashes with BouncyCastle"),
            Map.entry("hoso.judicialcert.log.ReadLog", "keeps the log's tree in memory"),
            Map.entry("hoso.notification.mail.Mail", "writes MIME"),
            Map.entry("hoso.notification.mail.MailSender", "hands MIME to SMTP"),
            Map.entry("hoso.notification.mail.SmtpServer", "speaks SMTP"),
            Map.entry("hoso.notification.mail.BoundedSocket", "reads from a network"),
            Map.entry("hoso.judicialcert.examination.Examination", "examines signatures"),
            Map.entry("hoso.judicialcert.examination.Traces", "reads PDF"),
            Map.entry("hoso.judicialcert.examination.Limits", "reads PDF"),
            Map.entry("hoso.judicialcert.examination.Examined", "is written and read between two processes"),
            Map.entry("hoso.judicialcert.examination.Examining", "is answered by adapters"),
            Map.entry("hoso.judicialcert.examination.Examiner", "a program, which reads files"),
            Map.entry("hoso.judicialcert.examination.ExaminerProcess", "starts a program"),
            Map.entry("hoso.judicialcert.typeface.PrintableText", "reads fonts"),
            Map.entry("hoso.judicialcert.examination.QrImage", "reads pictures"),
            Map.entry("hoso.judicialcert.examination.OfflineVerifier", "a program, which reads files and prints"),
            Map.entry("hoso.judicialcert.certificate.Draft", "writes PDF"),
            Map.entry("hoso.judicialcert.certificate.Typeface", "reads fonts"),
            Map.entry("hoso.judicialcert.certificate.Cms", "writes CMS"),
            Map.entry("hoso.judicialcert.certificate.Token", "speaks PKCS#11"),
            Map.entry("hoso.judicialcert.certificate.Effort", "counts processor time"),
            Map.entry("hoso.judicialcert.certificate.SigningHealth", "tells health"));

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

    static String feature(JavaClass type) {
        return step(type, 2);
    }

    private static String step(JavaClass type, int n) {
        var steps = type.getPackageName().split("\\.", -1);
        return isOurs(type) && steps.length > n ? steps[n] : "";
    }

    /// In the counter-examples any part that is not named after one of the real ones stands for a service.
    private static boolean isService(String part) {
        return Part.isService(part) || List.of("bakery", "mill").contains(part);
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
                || ADAPTERS.containsKey(outermost.getName());
    }

    private static boolean isUseCase(JavaClass type) {
        return !isEdge(type)
                && isService(part(type))
                && BEANS.stream().anyMatch(bean -> outermost(type).isAnnotatedWith(bean));
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
