package hoso.local.seed;

import java.util.List;

/// A judicial officer one can log in as.
///
/// @param organisation code of the agency the officer works for, and whose cases the officer sees
public record DemoOfficer(String username, String organisation, String told) {

    public static final List<DemoOfficer> ALL = List.of(
            new DemoOfficer("officer", "H26", "decides, at the Hà Nội police"),
            new DemoOfficer("approver", "H26", "decides there too: the second pair of eyes"),
            new DemoOfficer("national", "G01", "at the Ministry: what no province is competent for"));
}
