package hoso.local.up;

import hoso.local.seed.DemoOfficer;
import hoso.local.seed.DemoPerson;
import java.nio.file.Path;
import java.util.Map;

/// What is said when everything runs: where to go, and as whom.
record Welcome(Console console, Map<String, String> urls, Path secrets) {

    void say(long begin) {
        console.say("");
        console.say("hoso is ready in " + Console.seconds(begin) + ".");
        console.say("");
        console.say("  pages and API   " + urls.get("gateway"));
        console.say("  mails           " + urls.get("mail"));
        console.say("  letters         " + urls.get("carrier") + "/letters");
        console.say("  log-in server   " + urls.get("keycloak") + "  (admin; password in " + secrets + ")");
        console.say("");
        console.say("  log in as       password       passcode                 who");
        DemoPerson.ALL.forEach(person -> console.say(login(person.username(), person.told())));
        DemoOfficer.ALL.forEach(officer -> console.say(login(officer.username(), officer.told())));
        console.say("");
        console.say("  try   ./hoso demo                 the whole story, step by step");
        console.say("        " + urls.get("gateway")
                + "        log in as lan, open the health record, ask for a certificate");
        console.say("        ./hoso dev SERVICE          build one service again after a change, and restart it");
        console.say("        ./hoso status               what runs, since when, how often restarted");
        console.say("");
        console.say("  Ctrl-C (or ./hoso down in another terminal) ends everything; the data stays.");
        console.say("");
    }

    private static String login(String username, String who) {
        return "  %-15s %-14s %-24s %s".formatted(username, "hoso-" + username, "./hoso passcode " + username, who);
    }
}
