/// Keycloak: unpacked and built once, realm imported from a file, accounts added through its admin API.
@org.jspecify.annotations.NullMarked
package hoso.local.keycloak;
