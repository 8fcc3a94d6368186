package hoso.judicialcert.officer.queue;

import hoso.judicialcert.person.OfficerId;

/// Who sits at the desk, and for which agency: only its cases are there.
public record Officer(OfficerId id, String agency) {}
