package hoso.check.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One state of a record that others may read: what became of a consent, what it opens, and what the citizen denies.
///
/// @param named sensitive categories that the citizen named
record RecordCase(State state, Kinds kinds, Set<String> named, Denied denied) {

    /// What became of the consent.
    enum State {
        ASKED,
        REFUSED,
        GRANTED,
        REVOKED
    }

    /// Which kinds of data are opened.
    enum Kinds {
        ALL,
        SOME;

        List<String> names() {
            return switch (this) {
                case ALL ->
                    List.of(
                            "DIAGNOSIS",
                            "MEDICATION",
                            "ALLERGY",
                            "VACCINATION",
                            "RESULT",
                            "VITAL_SIGN",
                            "PROCEDURE",
                            "NOTE");
                case SOME -> List.of("DIAGNOSIS", "MEDICATION");
            };
        }
    }

    /// What the citizen denies.
    enum Denied {
        NOTHING,
        A_KIND,
        THE_PLAIN_VISIT,
        WHAT_THE_FACILITY_FILED,
        THE_READER
    }

    /// A visit, and the category that it touches.
    enum Filed {
        PLAIN("I10", "Tăng huyết áp nguyên phát", ""),
        MENTAL("F32.1", "Giai đoạn trầm cảm vừa", "MENTAL_HEALTH"),
        REPRODUCTIVE("O04.9", "Đình chỉ thai nghén", "REPRODUCTIVE_HEALTH"),
        HIV("B20", "Bệnh do HIV", "no consent opens it");

        final String code;
        final String text;
        final String category;

        Filed(String code, String text, String category) {
            this.code = code;
            this.text = text;
            this.category = category;
        }
    }

    static List<RecordCase> all() {
        var all = new ArrayList<RecordCase>();
        for (var denied : Denied.values()) {
            for (var state : State.values()) {
                for (var kinds : Kinds.values()) {
                    for (var named : List.of(
                            Set.<String>of(),
                            Set.of("MENTAL_HEALTH"),
                            Set.of("MENTAL_HEALTH", "REPRODUCTIVE_HEALTH"))) {
                        all.add(new RecordCase(state, kinds, named, denied));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /// What a reading is due.
    ///
    /// @param visit empty for summary and timeline
    int due(boolean isHolder, String purpose, boolean isDocument, Optional<Filed> visit) {
        if (!isHolder || state == State.ASKED || state == State.REFUSED || denied == Denied.THE_READER) {
            return 404;
        }
        if (state == State.REVOKED || !purpose.equals("TREATMENT") || (isDocument && kinds != Kinds.ALL)) {
            return 403;
        }
        if (visit.isEmpty()) {
            return 200;
        }
        var isOut = !sees(visit.get()) || (isDocument && denied == Denied.A_KIND);
        return isOut ? 404 : 200;
    }

    /// Is a visit in sight of who may read?
    boolean sees(Filed visit) {
        return (visit.category.isEmpty() || named.contains(visit.category))
                && denied != Denied.WHAT_THE_FACILITY_FILED
                && !(denied == Denied.THE_PLAIN_VISIT && visit == Filed.PLAIN);
    }
}
