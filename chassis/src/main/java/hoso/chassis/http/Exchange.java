package hoso.chassis.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One HTTP request and its whole answer, within a time and a size. `HttpRequest.timeout` of JDK 25 ends with the
/// headers: a body that comes one byte a second would be waited for without end. Here the time holds from the first
/// byte of the request to the last byte of the answer. A redirection is an answer and is not followed: a partner must
/// not choose which address we call.
///
/// Every HTTP client of a service is built on this; a house rule keeps it so.
public final class Exchange {
    private final Duration connect;
    private final Duration whole;
    private final int largest;
    private volatile HttpClient client;

    /// Exchanges within these limits.
    ///
    /// @param connect how long a connection may take to be made
    /// @param whole how long everything may take, from connecting to the last byte of the answer
    /// @param largest bytes an answer may have
    public Exchange(Duration connect, Duration whole, int largest) {
        this.connect = connect;
        this.whole = whole;
        this.largest = largest;
        this.client = client();
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(connect)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /// Sends the request and reads the whole answer. When this returns or throws, nothing of the exchange goes on.
    ///
    /// @throws IOException when the server is away, is too slow, sends too much or breaks off
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        var present = client;
        var answer = present.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
        try {
            return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new HttpTimeoutException("no whole answer within " + whole);
        } catch (CancellationException e) {
            throw new IOException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProtocolException) {
                replace(present);
            }
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IOException(e.getCause());
        } finally {
            // Closes the connection of an exchange that did not come to its end; does nothing to one that did.
            answer.cancel(true);
        }
    }

    /// The JDK leaves the connection open when the head of an answer breaks the protocol. It is closed with its client,
    /// once the exchanges that others began with that one have come to their end.
    private synchronized void replace(HttpClient broken) {
        if (client.equals(broken)) {
            client = client();
            CompletableFuture.delayedExecutor(whole.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(broken::shutdownNow);
        }
    }
}
