package hoso.healthrecord.access.gate;

import hoso.healthrecord.access.journal.Asker;
import hoso.healthrecord.access.journal.Purpose;
import hoso.healthrecord.access.journal.Right;
import hoso.healthrecord.access.journal.Wanted;
import java.util.Set;
import java.util.UUID;

/// What somebody asks of the gate.
///
/// @param rights by which right; several where the id alone tells it
/// @param grant id of the consent, session, emergency access, link or guardianship
public record AccessRequest(Asker asker, Set<Right> rights, UUID grant, Purpose purpose, Wanted wanted) {}
