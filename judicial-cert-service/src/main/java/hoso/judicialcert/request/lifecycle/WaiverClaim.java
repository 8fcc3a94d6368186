package hoso.judicialcert.request.lifecycle;

import java.util.List;
import java.util.UUID;

/// That somebody says to belong to a class that pays less, and the files that show it.
///
/// @param waiverClass a class of `waivers.csv`
/// @param evidence ids of files
public record WaiverClaim(String waiverClass, List<UUID> evidence) {

    public WaiverClaim {
        evidence = List.copyOf(evidence);
    }
}
