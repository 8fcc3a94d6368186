package hoso.check.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Ids of things that were made in the course of the run, by the path they were made at. May be used by several
/// threads.
final class Ids {
    private static final int KEPT = 50;
    private final Map<String, List<String>> byPlace = new HashMap<>();

    /// Remembers what a `Location` leads to.
    synchronized void made(String location) {
        var at = location.lastIndexOf('/');
        if (at > 0) {
            var ids = byPlace.computeIfAbsent(location.substring(0, at), _ -> new ArrayList<>());
            if (ids.size() < KEPT) {
                ids.add(location.substring(at + 1));
            }
        }
    }

    /// An id that fits a path such as `/officer/certificate-requests/{id}/claim`; one that nothing has when none was
    /// made.
    synchronized String of(String path, Chance chance) {
        var fitting = byPlace.entrySet().stream()
                .filter(place -> path.contains(place.getKey() + "/"))
                .flatMap(place -> place.getValue().stream())
                .toList();
        return fitting.isEmpty() || chance.percent(10) ? Values.UNKNOWN : chance.pick(fitting);
    }
}
