package hoso.healthrecord.sharing.link;

import hoso.chassis.vault.BlindIndex;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;

/// Addresses of links: 256 bits each, made from the id with a key outside the database. No table holds an address, so
/// none can be read out of one; and an answer that was lost can be given again without having been kept. The key that
/// encrypts is made by the owner's app and never kept here, in no form from which it could be told.
@Singleton
public class Links {
    private final BlindIndex blindIndex;
    private final String publicUrl;

    Links(BlindIndex blindIndex, LinkConfig config) {
        this.blindIndex = blindIndex;
        this.publicUrl = config.publicUrl().toString().replaceAll("/+$", "");
    }

    /// Where somebody asks for what a link shows: at most 128 characters, by the specification.
    public String url(UUID share) {
        return publicUrl + "/api/health-record/shares/" + address(share);
    }

    public String fileUrl(String ticket) {
        return publicUrl + "/api/health-record/share-files/" + ticket;
    }

    /// The issuer of health cards: keys and revocations stand under `/.well-known/` of it.
    public String issuer() {
        return publicUrl + "/api/health-record";
    }

    /// Base of the addresses of resources.
    public String resources() {
        return publicUrl + "/api/health-record/fhir/";
    }

    /// The page that shows a link to whoever has no program for it. What stands behind the sign `#` is sent to no
    /// server.
    public String viewer(String shlink) {
        return publicUrl + "/health-share#" + shlink;
    }

    public String address(UUID share) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(blindIndex.of("record-share:" + share));
    }

    public byte[] addressMark(String address) {
        return blindIndex.of("record-share-address:" + address);
    }

    public byte[] keyMark(UUID share, String key) {
        return blindIndex.of("record-share-key:" + share + ":" + key);
    }

    /// Is this the key of which only the mark is kept?
    public boolean isKey(UUID share, String key, byte[] mark) {
        return MessageDigest.isEqual(mark, keyMark(share, key));
    }

    /// A passcode that is of no use without the key of the service: few digits are soon guessed.
    public byte[] passcodeMark(UUID share, String typed) {
        return blindIndex.of("record-share-passcode:" + share + ":" + typed);
    }

    /// The link itself: `shlink:/` and its payload.
    public String shlink(String payload) {
        return "shlink:/"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    }
}
