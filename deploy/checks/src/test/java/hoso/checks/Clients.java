package hoso.checks;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whatever calls another machine. An exchange that has no end holds a thread, a connection or a worker for ever, so
/// connections are opened only where their end is set, and each client is tried against partners that misbehave.
final class Clients {

    /// Classes that open connections, with the test that tries each against a partner that trickles, floods, redirects
    /// or hangs.
    static final Map<String, String> OPENERS = Map.of(
            "hoso.chassis.http.Exchange", "chassis/src/test/java/hoso/chassis/http/ExchangeTest.java",
            "hoso.local.http.Exchange", "deploy/local/src/test/java/hoso/local/http/CallbackTest.java",
            "hoso.notification.mail.SmtpServer",
                    "notification-service/src/test/java/hoso/notification/mail/SmtpServerTest.java",
            "hoso.notification.mail.BoundedSocket",
                    "notification-service/src/test/java/hoso/notification/mail/SmtpServerTest.java",
            "hoso.gateway.limits.IssuerClient", "gateway/src/test/java/hoso/gateway/limits/IssuerClientTest.java",
            "hoso.gateway.routes.ServiceClient", "gateway/src/test/java/hoso/gateway/routes/GatewayApiTest.java",
            // The driver of PostgreSQL reads and writes on it, with time-outs of its own.
            "hoso.chassis.relay.WaitingSockets", "chassis/src/test/java/hoso/chassis/relay/WaitingSocketsTest.java",
            // They see whether a port answers, and read nothing or eight bytes from it.
            "hoso.local.part.Probes", "deploy/local/src/test/java/hoso/local/part/ProbesTest.java",
            "hoso.local.part.TakenPorts", "deploy/local/src/test/java/hoso/local/part/TakenPortsTest.java");

    /// What such a class is named beside in its test.
    private static final String BAD_PARTNERS = "AgainstBadPartners";

    private static final Set<String> EXCHANGES = Set.of("hoso.chassis.http.Exchange", "hoso.chassis.http.Json");

    private Clients() {}

    /// Whether this access opens a connection, or makes what will.
    static boolean opens(JavaAccess<?> access) {
        var name = access.getName();
        var owner = access.getTargetOwner().getName();
        return switch (owner) {
            case "java.net.http.HttpClient" ->
                Set.of("newBuilder", "newHttpClient").contains(name);
            case "java.net.URL" ->
                Set.of("openConnection", "openStream", "getContent").contains(name);
            case "java.net.Socket", "org.eclipse.angus.mail.smtp.SMTPTransport" -> name.equals("<init>");
            case "java.nio.channels.SocketChannel", "java.nio.channels.AsynchronousSocketChannel" ->
                name.equals("open");
            case "jakarta.mail.Transport" -> name.equals("send");
            case "jakarta.mail.Session" -> name.equals("getTransport");
            case "io.vertx.core.Vertx", "io.vertx.mutiny.core.Vertx" ->
                name.startsWith("createHttpClient")
                        || name.equals("createNetClient")
                        || name.equals("httpClientBuilder");
            case "io.vertx.ext.web.client.WebClient", "io.vertx.mutiny.ext.web.client.WebClient" ->
                Set.of("create", "wrap").contains(name);
            // Without its argument it fetches what a stranger's certificate names.
            case "eu.europa.esig.dss.spi.validation.CommonCertificateVerifier" ->
                name.equals("<init>") && parameters(access).isEmpty();
            case String other ->
                name.equals("<init>")
                        && other.startsWith("eu.europa.esig.dss")
                        && (other.endsWith("DataLoader") || other.endsWith("AIASource"));
        };
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit
                ? unit.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }

    /// Clients that no test holds against partners that misbehave.
    ///
    /// @param sources of the tests
    static List<String> untried(JavaClasses classes, List<String> sources) {
        var tried =
                sources.stream().filter(source -> source.contains(BAD_PARTNERS)).toList();
        return clients(classes)
                .filter(client -> tried.stream().noneMatch(source -> names(source, client)))
                .map(JavaClass::getName)
                .distinct()
                .sorted()
                .toList();
    }

    /// Classes that have an exchange, directly or as the JSON client.
    static Stream<JavaClass> clients(JavaClasses classes) {
        return classes.stream()
                .filter(type -> !EXCHANGES.contains(House.outermost(type).getName())
                        && type.getFields().stream()
                                .anyMatch(field ->
                                        EXCHANGES.contains(field.getRawType().getName())))
                .map(House::outermost);
    }

    private static boolean names(String source, JavaClass client) {
        var isHere = source.contains("package " + client.getPackageName() + ";");
        return isHere
                && Pattern.compile("\\b" + client.getSimpleName() + "\\b")
                        .matcher(source)
                        .find();
    }
}
