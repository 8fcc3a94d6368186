package hoso.chassis.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Gives everybody the same clock, in UTC; what a citizen sees is told in Asia/Ho_Chi_Minh at the edge.
class Clocks {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
