/// The issuer of health cards and links: its keys, and which cards it took back. All of it is public but the keys.
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.sharing.issuer;
