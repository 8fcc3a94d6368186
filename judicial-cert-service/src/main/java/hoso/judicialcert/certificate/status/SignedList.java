package hoso.judicialcert.certificate.status;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// A list as it is handed out.
///
/// @param token the signed list, a compact JWS of type `statuslist+jwt`
/// @param entries what stands in it
record SignedList(
        long number,
        URI uri,
        String token,
        Map<Integer, StatusBits.Status> entries,
        Instant signedAt,
        Instant expiresAt) {}
