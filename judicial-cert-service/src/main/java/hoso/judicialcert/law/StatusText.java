package hoso.judicialcert.law;

/// What a citizen reads at a status, with the code and the words of the National Public Service Portal.
///
/// @param portalCode 0 where the portal knows no such status: the case keeps the one it had
public record StatusText(String status, int portalCode, Words portal, Words text) {

    public boolean isForPortal() {
        return portalCode > 0;
    }
}
