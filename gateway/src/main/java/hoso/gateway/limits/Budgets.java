package hoso.gateway.limits;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which budget pays for a call: of the rules that fit caller and path, the one with the longest path.
record Budgets(List<Budget> all) {

    record Budget(String name, String path, LimitsConfig.Who who, int burst, int perMinute) {

        boolean pays(Caller caller, String calledPath) {
            return fits(caller) && calledPath.startsWith(path);
        }

        private boolean fits(Caller caller) {
            return switch (who) {
                case ANYONE -> true;
                case ADDRESS -> caller instanceof Caller.Address;
                case PERSON -> caller instanceof Caller.Person;
                case MACHINE -> caller instanceof Caller.Machine;
            };
        }
    }

    Optional<Budget> find(Caller caller, String path) {
        return all.stream()
                .filter(budget -> budget.pays(caller, path))
                .max(Comparator.comparingInt(budget -> budget.path().length()));
    }
}
