package hoso.gateway.routes;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Starts the gateway.
@QuarkusMain
public final class Gateway {

    Gateway() {}

    public static void main(String[] args) {
        // Quarkus answers 400 without a word to a target that is no URI. Every target is read here, more strictly, and
        // a
        // refusal says why ([RequestTarget]).
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(args);
    }
}
