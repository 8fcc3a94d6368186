package hoso.gateway.portal;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A real browser at the width of a phone, if there is one on this machine, spoken to by its DevTools protocol.
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI tabs;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();

    private Browser(Process process, URI tabs, URI page) {
        this.process = process;
        this.tabs = tabs;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Answers())
                .join();
    }

    static Optional<Path> program() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path program, Path folder) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--window-size=360,740",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var told = folder.resolve("DevToolsActivePort");
        await().atMost(PATIENCE).until(() -> Files.exists(told) && Files.size(told) > 0);
        var list = URI.create("http://127.0.0.1:" + Files.readAllLines(told).getFirst() + "/json/list");
        var pages = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                .body();
        var page = new JsonArray(pages)
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(one -> "page".equals(one.getString("type")))
                        .findFirst()
                        .orElseThrow();
        return new Browser(process, list, URI.create(page.getString("webSocketDebuggerUrl")));
    }

    /// Another tab of the same window, which ends with it.
    Browser otherTab() throws IOException, InterruptedException {
        var told = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(tabs.resolve("/json/new?about:blank"))
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return new Browser(process, tabs, URI.create(new JsonObject(told).getString("webSocketDebuggerUrl")));
    }

    void open(String address) {
        call("Page.navigate", new JsonObject().put("url", "about:blank"));
        await().atMost(PATIENCE).until(() -> "about:blank".equals(read("location.href")));
        call("Page.navigate", new JsonObject().put("url", address));
    }

    /// Until something on the page answers to the selector and can be seen.
    void awaitShown(String selector) {
        await().atMost(PATIENCE)
                .until(() -> "true".equals(read("String(!!" + find(selector) + "?.checkVisibility())")));
    }

    void type(String selector, String text) {
        read(find(selector) + ".value = " + quoted(text));
    }

    void press(String selector) {
        read(find(selector) + ".click()");
    }

    String text(String selector) {
        return read(find(selector) + "?.innerText ?? ''");
    }

    /// What an expression says on the page.
    String read(String expression) {
        var answer = call("Runtime.evaluate", new JsonObject().put("expression", expression))
                .getJsonObject("result");
        // A page that is just being left says nothing.
        return answer == null ? "" : String.valueOf(answer.getValue("value"));
    }

    private static String find(String selector) {
        return "document.querySelector(" + quoted(selector) + ")";
    }

    private static String quoted(String text) {
        return new JsonArray().add(text).encode() + "[0]";
    }

    private JsonObject call(String method, JsonObject params) {
        var id = calls.incrementAndGet();
        var answer = new CompletableFuture<JsonObject>();
        waiting.put(id, answer);
        var message = new JsonObject().put("id", id).put("method", method).put("params", params);
        socket.sendText(message.encode(), true).join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    private final class Answers implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var message = new JsonObject(text.toString());
                text.setLength(0);
                var asked = message.getInteger("id") == null ? null : waiting.remove(message.getInteger("id"));
                if (asked != null) {
                    asked.complete(message.getJsonObject("result", new JsonObject()));
                }
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
