package hoso.notification.delivery;

import java.util.Set;

/// Where a delivery stands. A letter goes on from `ORDERED`; it may skip steps, because scans get lost or come late,
/// and it never goes back.
public enum State {
    PLANNED,
    SENDING,
    /// Handed over, and nobody knows whether it was accepted: the answer was lost.
    UNKNOWN,
    /// Given up; the citizen can see it.
    FAILED,
    /// Accepted by the mail server, or shown in the app.
    SENT,
    /// The carrier has the order and gave it a number.
    ORDERED,
    ACCEPTED,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    /// Nobody was there; the carrier tries again or sends it back.
    NOT_DELIVERED,
    DELIVERED,
    RETURNED;

    private static final Set<State> FINAL = Set.of(FAILED, SENT, DELIVERED, RETURNED);

    /// Whether nothing more can happen.
    public boolean isFinal() {
        return FINAL.contains(this);
    }

    /// Whether the carrier may report `next` of a letter that stands here: only something further on its way. Before
    /// `ORDERED` a report is how we learn that a lost order had arrived.
    boolean mayBecome(State next) {
        return isOnTheWay(next) && !isFinal() && (!isOnTheWay(this) || next.compareTo(this) > 0);
    }

    private static boolean isOnTheWay(State state) {
        return state.compareTo(ORDERED) >= 0;
    }
}
