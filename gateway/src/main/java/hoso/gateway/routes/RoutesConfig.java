package hoso.gateway.routes;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Values and their reasons are in `application.properties`.
@ConfigMapping(prefix = "gateway.routes")
interface RoutesConfig {

    Map<String, URI> services();

    Optional<String> localAddress();

    URI publicUrl();

    Duration connectTimeout();

    Duration answerTimeout();

    Duration exchangeTimeout();

    long answerLimitBytes();

    Duration retryDelay();

    Duration retryAfter();

    int connectionsPerService();

    int waitingPerService();
}
