package hoso.local.seed;

import java.util.List;

/// Somebody one can log in as who works for an organisation: judicial officers, health professionals, privacy
/// officers.
///
/// @param organisation code of the agency or facility they work for
/// @param fullName as citizens are told it
public record DemoOfficer(String username, String role, String organisation, String fullName, String told) {

    public static final List<DemoOfficer> ALL = List.of(
            new DemoOfficer("officer", "judicial-officer", "H26", "Trần Văn Mẫu", "decides, at the Hà Nội police"),
            new DemoOfficer(
                    "approver", "judicial-officer", "H26", "Lê Thị Mẫu", "decides there too: the second pair of eyes"),
            new DemoOfficer(
                    "national",
                    "judicial-officer",
                    "G01",
                    "Phạm Văn Mẫu",
                    "at the Ministry: what no province is competent for"),
            new DemoOfficer(
                    "doctor",
                    "health-professional",
                    "79001",
                    "BS. Vũ Thị Mẫu",
                    "treats at hospital 79001: asks for consent, emergencies"),
            new DemoOfficer(
                    "privacy",
                    "privacy-officer",
                    "79001",
                    "Đỗ Văn Mẫu",
                    "privacy officer of hospital 79001: looks at emergencies"));
}
