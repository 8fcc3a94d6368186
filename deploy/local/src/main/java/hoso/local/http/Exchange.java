package hoso.local.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One HTTP request and its whole answer, within a time and a size: `HttpRequest.timeout` of the JDK ends with the
/// headers, and a part that hangs in the middle of an answer would be waited for without end. Redirections are not
/// followed.
public final class Exchange {
    private static final int LARGEST = 64 << 20;

    private final HttpClient client;
    private final Duration whole;

    /// Exchanges within this time.
    ///
    /// @param whole how long everything may take, from connecting to the last byte of the answer
    public Exchange(Duration whole) {
        this.whole = whole;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(whole)
                .build();
    }

    /// Sends the request and reads the whole answer.
    ///
    /// @throws IOException when the server is away, too slow, sends too much or breaks off
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new HttpTimeoutException("no whole answer within " + whole);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
