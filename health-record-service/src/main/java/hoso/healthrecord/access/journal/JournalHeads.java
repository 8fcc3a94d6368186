package hoso.healthrecord.access.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The ends of the chains, as far as they were told to others.
interface JournalHeads {

    /// The end of a chain.
    record Head(long length, byte[] hash) {}

    /// Records whose chain grew since its end was told, and of which none was told on this day.
    List<UUID> waiting(LocalDate day, int limit);

    /// The end of the chain of a record, kept from others; empty where another has it or it was told meanwhile.
    Optional<Head> take(UUID record, LocalDate day);

    /// It was told.
    void told(UUID record, long length, LocalDate day);
}
