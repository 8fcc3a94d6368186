package hoso.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/// A population register that behaves as it is told to.
public final class Register implements AutoCloseable {
    private static final Pattern ASKED = Pattern.compile("\"personalNumber\":\"([0-9]+)\"");

    /// How it answers.
    public enum Mood {
        WELL,
        FAILING,
        SILENT,
        GARBLED,
        ABOUT_SOMEBODY_ELSE
    }

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ConcurrentHashMap<String, String> people = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, List<String>> relations = new ConcurrentHashMap<>();
    private final Set<String> digitalCitizens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;

    public Register() throws IOException {
        var url = URI.create(ConfigProvider.getConfig().getValue("identity.register.url", String.class));
        server = HttpServer.create(new InetSocketAddress("localhost", url.getPort()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/lookups", this::answer);
        server.start();
    }

    public void is(Mood wanted) {
        mood = wanted;
    }

    public int timesAsked() {
        return asked.get();
    }

    /// Enters a person.
    public void knows(String number, String name, String birthDate, String sex) {
        people.put(number, """
                {"personalNumber": "%s", "fullName": "%s", "birthDate": "%s", "sex": "%s", "nationality": "Việt Nam",
                 "ethnicity": "Kinh", "birthplace": "Phường Phúc Xá, Hà Nội", "religion": "Không",
                 "permanentAddress": {"line": "12 phố Thử Nghiệm", "communeCode": "00004", "provinceCode": "01",
                                      "text": "12 phố Thử Nghiệm, phường Ba Đình, Hà Nội"},
                 "fatherName": "NGUYỄN VĂN MẪU", "motherName": null
                """.formatted(number, name, birthDate, sex));
    }

    /// Enters that one person is somebody's child, ward and so on; the other's entry stays as it is.
    public void relates(String number, String relation, String other) {
        relations
                .computeIfAbsent(number, _ -> new CopyOnWriteArrayList<>())
                .add("{\"relation\": \"" + relation + "\", \"personalNumber\": \"" + other + "\"}");
    }

    /// Enters that a person has integrated the five basic documents in the app.
    public void hasDigitalCitizen(String number) {
        digitalCitizens.add(number);
    }

    /// Strikes a person out.
    public void forgets(String number) {
        people.remove(number);
    }

    /// An entry without relations and papers is one of the old ones, which say nothing of either.
    private String entry(String number) {
        var links = relations.get(number);
        return people.get(number)
                + (links == null ? "" : ", \"relations\": [" + String.join(", ", links) + "]")
                + (digitalCitizens.contains(number) ? ", \"digitalCitizen\": true}" : "}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var number = ASKED.matcher(body);
        var isKnownCaller = "Bearer test-register-secret"
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!isKnownCaller || !number.find()) {
            send(exchange, 401, "{}");
            return;
        }
        switch (mood) {
            case WELL -> {
                var isKnown = people.containsKey(number.group(1));
                send(exchange, isKnown ? 200 : 404, isKnown ? entry(number.group(1)) : "{}");
            }
            case FAILING -> send(exchange, 500, "{}");
            case SILENT -> {
                try {
                    closing.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            case GARBLED -> send(exchange, 200, "{\"personalNumber\": \"" + number.group(1) + "\", \"fullName\": ");
            case ABOUT_SOMEBODY_ELSE ->
                send(exchange, 200, entry(people.keySet().iterator().next()).replaceFirst("[0-9]{12}", "003085999999"));
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
