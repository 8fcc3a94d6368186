package hoso.judicialcert.sharing.share;

import hoso.chassis.vault.BlindIndex;
import hoso.judicialcert.JudicialCertConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/// The secrets of shares: 256 bits each, made from the id with a key outside the database. No table holds a secret, so
/// none can be read out of one; and an answer that was lost can be given again without having been kept.
@Singleton
class Secrets {
    private final BlindIndex blindIndex;
    private final URI publicUrl;

    Secrets(BlindIndex blindIndex, JudicialCertConfig config) {
        this.blindIndex = blindIndex;
        this.publicUrl = config.publicUrl();
    }

    String ofShare(ShareId share) {
        return text("share-secret:" + share);
    }

    /// Where a share is opened. The secret stands where no server sees it.
    String link(ShareId share) {
        return publicUrl.toString().replaceAll("/+$", "") + "/certificate-share#" + ofShare(share);
    }

    /// Opens the document once.
    String ofTicket(UUID opening) {
        return text("share-ticket:" + opening);
    }

    /// By what a secret is found.
    byte[] blindIndex(String secret) {
        return blindIndex.of("share:" + secret);
    }

    /// A passcode that is of no use without the key: few digits are soon guessed.
    byte[] passcodeMark(ShareId share, String typed) {
        return blindIndex.of("share-passcode:" + share + ":" + typed);
    }

    /// What tells two wishes apart without keeping what a passcode is.
    String trace(String value) {
        return HexFormat.of().formatHex(blindIndex.of("share-trace:" + value));
    }

    private String text(String of) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(blindIndex.of(of));
    }
}
