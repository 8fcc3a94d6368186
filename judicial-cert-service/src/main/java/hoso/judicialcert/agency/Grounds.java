package hoso.judicialcert.agency;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.journal.Party;

/// Who asks for an agency, for which procedure, on what ground and what for (Decree 216/2026 Art. 26.2: used for the
/// stated purpose, answerable in law).
///
/// @param organisation as its token says, never as a body says
/// @param officer who asked, by the agency's own name for them
record Grounds(String organisation, String client, String procedure, String legalBasis, String purpose, String officer)
        implements Sensitive {

    /// As it stands in a journal.
    String basis() {
        return procedure + " · " + legalBasis;
    }

    Party party() {
        return Party.agency(organisation, client, officer);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
