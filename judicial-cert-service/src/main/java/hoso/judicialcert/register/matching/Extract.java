package hoso.judicialcert.register.matching;

import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.Conviction;
import java.util.Comparator;
import java.util.List;

/// What stands on a certificate.
///
/// @param convictions in the order of the judgments: for No. 1 those that are not expunged, for No. 2 all
/// @param showsBans whether the section on bans stands on it
/// @param bans those in force
public record Extract(List<Conviction> convictions, boolean showsBans, List<Ban> bans) {

    public Extract {
        convictions = convictions.stream()
                .sorted(Comparator.comparing((Conviction one) -> one.judgment().sentencedOn())
                        .thenComparing(one -> one.judgment().number()))
                .toList();
    }
}
