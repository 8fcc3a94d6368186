package hoso.bench.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Who dies when, decided by the seed before anything runs. A point is a number of answered commands, so
/// that every kill falls into the work, however fast the machine is.
///
/// @param afterCommands how many commands are answered before it
/// @param delay how long after that, so that the kill does not always follow an answer
/// @param pause how long the part stays away
record KillPlan(int afterCommands, Target target, Duration delay, Duration pause) {
    private static final int LONGEST_DELAY_MILLIS = 100;
    private static final int LONGEST_PAUSE_MILLIS = 2_000;

    /// Two kills in five take the relay, which is what has most to lose.
    private static final List<Target> MIX = List.of(
            Target.RELAYING,
            Target.POSTGRES,
            Target.RELAYING,
            Target.KAFKA,
            Target.CONSUMER,
            Target.RELAYING,
            Target.STANDBY,
            Target.RELAYING,
            Target.POSTGRES,
            Target.KAFKA,
            Target.RELAYING,
            Target.CONSUMER,
            Target.RELAYING,
            Target.STANDBY);

    static List<KillPlan> of(long seed, int kills, int commands) {
        var random = new SplittableRandom(seed);
        var targets = new ArrayList<Target>();
        for (var i = 0; i < kills; i++) {
            targets.add(MIX.get(i % MIX.size()));
        }
        Collections.shuffle(targets, java.util.Random.from(random));
        // Not before the work has begun, and not when there is none left to lose.
        var points = random.ints(kills, commands / 50, commands - commands / 20)
                .sorted()
                .toArray();
        var plan = new ArrayList<KillPlan>();
        for (var i = 0; i < kills; i++) {
            plan.add(new KillPlan(
                    points[i],
                    targets.get(i),
                    millis(random, LONGEST_DELAY_MILLIS),
                    millis(random, LONGEST_PAUSE_MILLIS)));
        }
        return plan;
    }

    private static Duration millis(RandomGenerator random, int most) {
        return Duration.ofMillis(random.nextInt(most + 1));
    }
}
