package hoso.healthrecord.sharing.giving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.healthrecord.sharing.issuer.Issuer;
import hoso.healthrecord.sharing.link.Links;
import hoso.healthrecord.sharing.link.Share;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Writes links: the payload of a SMART Health Link, and the same signed, so that a recipient of a trust network (IHE
/// VHL) can tell by published keys whose link it is before anything is asked of it.
@Singleton
class LinkWriter {
    private final ObjectMapper json;
    private final Links links;
    private final Issuer issuer;

    LinkWriter(ObjectMapper json, Links links, Issuer issuer) {
        this.json = json;
        this.links = links;
        this.issuer = issuer;
    }

    /// The link, for whoever brings its key.
    ShareAnswer.Link link(Share share, String key) {
        var letters = share.flags().letters();
        var payload = new PayloadJson(
                links.url(share.id()),
                key,
                share.until().getEpochSecond(),
                letters.isEmpty() ? null : letters,
                share.terms().label(),
                1);
        try {
            var text = json.writeValueAsString(payload);
            var shlink = links.shlink(text);
            var signed = issuer.sign(text.getBytes(StandardCharsets.UTF_8), Map.of("iss", issuer.address()));
            return new ShareAnswer.Link(shlink, links.viewer(shlink), signed.jws());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
