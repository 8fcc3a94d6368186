package hoso.local.carrier;

import hoso.local.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/// The letters, one file each: a carrier that forgets a letter when its computer restarts would hide our mistakes.
final class Letters {

    private final Path folder;
    private final Map<String, Letter> byNumber = new ConcurrentSkipListMap<>();
    private final AtomicLong serial;

    Letters(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                var letter = Json.MAPPER.readValue(file.toFile(), Letter.class);
                byNumber.put(letter.trackingNumber(), letter);
            }
        }
        serial = new AtomicLong(clock.millis() / 100);
    }

    /// Takes a letter in, or finds the one taken in before under the same key.
    synchronized Letter take(String key, Letter letter) {
        var before = byNumber.values().stream()
                .filter(one -> one.idempotencyKey().equals(key))
                .findFirst();
        if (before.isPresent()) {
            return before.get();
        }
        save(letter);
        return letter;
    }

    String nextNumber() {
        return TrackingNumber.of(serial.incrementAndGet());
    }

    synchronized Letter scanned(String trackingNumber, Letter.Step step) {
        var letter = find(trackingNumber).orElseThrow().with(step);
        save(letter);
        return letter;
    }

    Optional<Letter> find(String trackingNumber) {
        return Optional.ofNullable(byNumber.get(trackingNumber));
    }

    List<Letter> all() {
        return List.copyOf(byNumber.values());
    }

    private void save(Letter letter) {
        try {
            var file = folder.resolve(letter.trackingNumber() + ".json");
            var draft = folder.resolve(letter.trackingNumber() + ".new");
            Files.write(draft, Json.bytes(letter));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            byNumber.put(letter.trackingNumber(), letter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
