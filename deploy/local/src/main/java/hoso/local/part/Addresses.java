package hoso.local.part;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where a run is reached on this machine.
///
/// @param offset is added to every port
record Addresses(int offset) {

    String http(Port port) {
        return "http://" + at(port);
    }

    String oidc() {
        return http(Port.KEYCLOAK) + "/realms/hoso";
    }

    String kafka() {
        return at(Port.KAFKA);
    }

    /// By name, as in `state.json`.
    ///
    /// @param postgres the JDBC address before the name of a database
    Map<String, String> all(String postgres) {
        var urls = new LinkedHashMap<String, String>();
        for (var service : Service.values()) {
            urls.put(service.folder(), http(service.port()));
        }
        for (var service : Service.values()) {
            urls.put(service.folder() + "/management", http(service.management()));
        }
        urls.put("keycloak", http(Port.KEYCLOAK));
        urls.put("oidc", oidc());
        urls.put("mail", http(Port.MAIL_PAGE));
        urls.put("register", http(Port.REGISTER));
        urls.put("bank", http(Port.BANK));
        urls.put("carrier", http(Port.CARRIER));
        urls.put("smtp", at(Port.SMTP));
        urls.put("kafka", kafka());
        urls.put("postgres", postgres);
        return urls;
    }

    private String at(Port port) {
        return "localhost:" + port.at(offset);
    }
}
