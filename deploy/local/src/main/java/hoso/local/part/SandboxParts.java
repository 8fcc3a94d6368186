package hoso.local.part;

import hoso.local.process.End;
import hoso.local.run.RunFolder;
import hoso.local.run.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sandboxes that stand for partners: mail server, population register, bank, carrier.
record SandboxParts(RunFolder place, Addresses addresses, Secrets secrets) {

    List<Part> all() {
        return List.of(mail(), register(), bank(), carrier());
    }

    private Part mail() {
        return sandbox(
                "mail",
                "hoso.local.mail.MailSink",
                List.of(Port.MAIL_PAGE, Port.SMTP),
                Map.of(
                        "SMTP_PORT",
                        Integer.toString(Port.SMTP.at(addresses.offset())),
                        "DATA",
                        place.data("mail").toString()));
    }

    private Part register() {
        return sandbox(
                "register",
                "hoso.local.register.PopulationRegister",
                List.of(Port.REGISTER),
                Map.of("REGISTER_SECRET", secrets.get("register")));
    }

    private Part bank() {
        return sandbox(
                "bank",
                "hoso.local.bank.Bank",
                List.of(Port.BANK),
                Map.of(
                        "BANK_CALLBACK_URL",
                        addresses.http(Port.JUDICIAL_CERT) + "/bank-notifications",
                        "BANK_CALLBACK_SECRET",
                        secrets.get("bank.callback")));
    }

    private Part carrier() {
        return sandbox(
                "carrier",
                "hoso.local.carrier.PostalCarrier",
                List.of(Port.CARRIER),
                Map.of(
                        "CARRIER_SECRET",
                        secrets.get("carrier"),
                        "CARRIER_CALLBACK_URL",
                        addresses.http(Port.NOTIFICATION) + "/carrier-notifications",
                        "CARRIER_CALLBACK_SECRET",
                        secrets.get("carrier.callback"),
                        "DATA",
                        place.data("carrier").toString()));
    }

    private Part sandbox(String name, String main, List<Port> ports, Map<String, String> own) {
        var environment = new LinkedHashMap<>(own);
        environment.put("PORT", Integer.toString(ports.getFirst().at(addresses.offset())));
        environment.put("HOSO_LIFELINE", "stdin");
        return new Part(
                name,
                new OwnProgram(place.root()).command(List.of("-Xmx48m"), main),
                place.home(),
                environment,
                ports,
                List.of(),
                Probes.http(addresses.http(ports.getFirst()) + "/health"),
                Part.NOTHING,
                End.TERM,
                Patience.USUAL);
    }
}
