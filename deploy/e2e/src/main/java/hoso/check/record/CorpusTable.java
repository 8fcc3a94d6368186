package hoso.check.record;

import hoso.local.command.Progress;
import java.util.Map;
import java.util.TreeMap;

/// What became of the resources of each type, in numbers.
final class CorpusTable {
    private final Map<String, Map<String, Integer>> rows = new TreeMap<>();

    void count(String type, String what) {
        rows.computeIfAbsent(type, _ -> new TreeMap<>()).merge(what, 1, Integer::sum);
        rows.computeIfAbsent("all", _ -> new TreeMap<>()).merge(what, 1, Integer::sum);
    }

    int all(String what) {
        return rows.getOrDefault("all", Map.of()).getOrDefault(what, 0);
    }

    int refused() {
        return rows.getOrDefault("all", Map.of()).entrySet().stream()
                .filter(one -> one.getKey().startsWith("refused "))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    void print(Progress progress) {
        rows.forEach((type, counts) -> progress.say("%-28s %s".formatted(type, counts)));
    }
}
