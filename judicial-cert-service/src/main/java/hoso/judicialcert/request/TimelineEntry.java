package hoso.judicialcert.request;

import java.time.Instant;

/// One step on the way of a request, as its citizen sees it.
///
/// @param step a status, or `DELIVERY_<channel>_<state>`
record TimelineEntry(Instant at, String step) {}
