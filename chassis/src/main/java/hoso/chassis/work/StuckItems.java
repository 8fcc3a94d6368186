package hoso.chassis.work;

import java.util.Set;
import java.util.UUID;

/// Items that failed and are not done yet, with the reason and how often. Each method is a transaction of its own, so
/// that a failure is remembered although what failed was rolled back.
public interface StuckItems {

    /// One more failure of an item.
    ///
    /// @param reason kinds of fault and places in the code; never a text that may quote what somebody sent
    /// @return how often it has failed by now
    int failed(String worker, UUID item, String reason);

    /// An item that nobody tries again by itself: a person has to end it.
    void leftToPerson(String worker, UUID item, String reason);

    /// It was done, or given to a person elsewhere.
    void done(String worker, UUID item);

    /// The items of a worker that failed and are not done.
    Set<UUID> of(String worker);
}
