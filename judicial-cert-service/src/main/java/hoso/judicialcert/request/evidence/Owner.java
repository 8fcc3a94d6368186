package hoso.judicialcert.request.evidence;

import java.util.UUID;

/// Whose a file is until it is attached: nobody else can attach or read it.
///
/// @param most how many files may wait at a time
public record Owner(String name, int most) {
    private static final int OF_A_CITIZEN = 20;
    private static final int OF_AN_ORGANISATION = 2_000;

    public static Owner citizen(UUID id) {
        return new Owner("citizen:" + id, OF_A_CITIZEN);
    }

    /// The portal or an agency, which file for many.
    public static Owner organisation(String name) {
        return new Owner("organisation:" + name, OF_AN_ORGANISATION);
    }
}
