package hoso.local.http;

import java.net.URI;
import java.util.Optional;

/// What a part is told through its environment, so that no secret is seen in the list of processes.
public final class Settings {

    private Settings() {}

    public static String text(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException("the environment lacks " + name));
    }

    public static int number(String name) {
        return Integer.parseInt(text(name));
    }

    public static URI uri(String name) {
        return URI.create(text(name));
    }
}
