package hoso.bench.kill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What is there at the end: commands that were answered, facts in one database, events on the topic,
/// effects in the other database.
///
/// @param answered names of the commands that got their answer
/// @param told ids of the records of the topic, as often as they are there
/// @param effects in the order in which they happened
record Evidence(Set<String> answered, List<Fact> facts, List<UUID> told, List<Effect> effects) {

    record Fact(UUID event, String command) {}

    record Effect(UUID event, String subject, long version) {}

    /// Ids of facts that are not on the topic, names of commands that were answered and made no fact.
    List<String> lost() {
        var lost = new ArrayList<String>();
        var kept = new HashSet<String>();
        facts.forEach(fact -> kept.add(fact.command()));
        answered.stream().filter(command -> !kept.contains(command)).forEach(lost::add);
        var heard = new HashSet<>(told);
        facts.stream()
                .map(Fact::event)
                .filter(event -> !heard.contains(event))
                .forEach(event -> lost.add(event.toString()));
        return lost;
    }

    /// Ids of facts that are on the topic and had no effect: the consumer lost them, or did not come so far in the
    /// time it was given. The relay has done its part.
    List<String> untaken() {
        var heard = new HashSet<>(told);
        var taken = taken();
        return facts.stream()
                .map(Fact::event)
                .filter(event -> heard.contains(event) && !taken.containsKey(event))
                .map(UUID::toString)
                .toList();
    }

    /// Facts beyond the first of a command, effects beyond the first of a fact, and effects of what is no
    /// fact.
    List<String> doubled() {
        var doubled = new ArrayList<String>();
        var commands = new HashSet<String>();
        facts.stream().filter(fact -> !commands.add(fact.command())).forEach(fact -> doubled.add(fact.command()));
        var events = new HashSet<UUID>();
        facts.forEach(fact -> events.add(fact.event()));
        taken().forEach((event, times) -> {
            var allowed = events.contains(event) ? 1 : 0;
            for (var i = allowed; i < times; i++) {
                doubled.add(event.toString());
            }
        });
        return doubled;
    }

    /// Records of the topic that tell a fact again: allowed, for each consumer knows it.
    long repeated() {
        return told.size() - distinct(told);
    }

    /// Effects that came after one of a later version of their subject.
    long disordered() {
        var newest = new HashMap<String, Long>();
        var disordered = 0L;
        for (var effect : effects) {
            var before = newest.merge(effect.subject(), effect.version(), Math::max);
            if (before > effect.version()) {
                disordered++;
            }
        }
        return disordered;
    }

    private Map<UUID, Integer> taken() {
        var taken = new HashMap<UUID, Integer>();
        effects.forEach(effect -> taken.merge(effect.event(), 1, Integer::sum));
        return taken;
    }

    private static long distinct(Collection<UUID> ids) {
        return new HashSet<>(ids).size();
    }
}
