package hoso.gateway.portal;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/// What a browser must know of the OIDC provider. None of it is secret.
@ConfigMapping(prefix = "gateway.oidc")
interface PortalConfig {

    URI issuer();

    String clientId();

    URI authorizeUrl();

    URI tokenUrl();

    URI logoutUrl();

    URI keysUrl();
}
