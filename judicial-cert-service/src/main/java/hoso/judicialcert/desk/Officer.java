package hoso.judicialcert.desk;

import hoso.judicialcert.request.OfficerId;

/// Who sits at the desk, and for which agency: only its cases are there.
record Officer(OfficerId id, String agency) {}
