package hoso.gateway.routes;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/// Values and their reasons are in `application.properties`.
@ConfigMapping(prefix = "gateway.uploads")
interface UploadsConfig {

    int smallBytes();

    long largestBytes();

    int perCaller();

    int inAll();

    int perService();

    Duration grace();

    int leastBytesPerSecond();

    Duration longest();
}
