package hoso.judicialcert.law;

/// What a citizen reads at a status, with the code and the words of the National Public Service Portal.
public record StatusText(String status, int portalCode, Words portal, Words text) {}
