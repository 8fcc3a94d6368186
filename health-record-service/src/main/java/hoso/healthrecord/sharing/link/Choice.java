package hoso.healthrecord.sharing.link;

import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.SensitiveCategory;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What of the record its owner chose to show.
///
/// @param summary all visits, in one file
/// @param visits those in files of their own
/// @param kinds kinds of data; a document tells of every kind, so it is shown only where all are chosen
/// @param sensitive sensitive categories; whatever touches another one is left out
public record Choice(boolean summary, List<UUID> visits, Set<DataKind> kinds, Set<SensitiveCategory> sensitive)
        implements Sensitive {
    public Choice {
        visits = List.copyOf(visits);
        kinds = Set.copyOf(kinds);
        sensitive = Set.copyOf(sensitive);
    }

    /// How many files it makes.
    public int files() {
        return (summary ? 1 : 0) + visits.size();
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
