package hoso.gateway.limits;

import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// Whose budget a call is taken from. Only a verified token names a person or machine: an invented one would let
/// anybody empty somebody else's budget, or have a new one with each call.
public sealed interface Caller {

    /// Whoever a call was counted for, or the address it came from if it was not counted.
    static Caller of(RoutingContext ctx) {
        Caller counted = ctx.get(Caller.class.getName());
        return counted == null ? Address.of(ctx.request().remoteAddress().hostAddress()) : counted;
    }

    String key();

    record Person(String key) implements Caller {}

    record Machine(String key) implements Caller {}

    record Address(String key) implements Caller {

        /// An IPv6 subscriber owns a /64: each of its 2^64 addresses is the same caller.
        static Address of(String address) {
            try {
                var parsed = InetAddress.ofLiteral(address);
                return parsed instanceof Inet6Address
                        ? new Address(HexFormat.of().formatHex(parsed.getAddress(), 0, 8))
                        : new Address(parsed.getHostAddress());
            } catch (IllegalArgumentException _) {
                return new Address("unknown");
            }
        }
    }
}
