package wrong.bakery.oven;

import hoso.chassis.http.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/// Opens connections of its own, and knows an exchange in no test.
class Telephone {
    private final Exchange exchange;

    Telephone(Exchange exchange) {
        this.exchange = exchange;
    }

    int call(URI miller) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(miller).build();
        return HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode()
                + exchange.send(request).statusCode();
    }
}
