package hoso.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What holds for every text in the tree. Each check answers with its complaints, empty when all is well.
final class Documents {
    private static final Pattern LINK = Pattern.compile("]\\((?<target>[^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");
    private static final Pattern TWELVE = Pattern.compile("(?<![\\w.-])(?<number>[0-9]{12})(?![\\w-])");
    private static final Set<String> BINARY = Set.of("ttf", "png", "jpg", "ico", "pdf", "p12", "jar", "class", "zip");

    /// Texts of others.
    private static final Set<String> NOT_OURS = Set.of("LICENSE", "OFL.txt");

    /// Written in pieces, so that this file names none of them.
    private static final List<String> DOWNLOAD_HOSTS = Stream.of(
                    List.of("repo1", "maven", "org"),
                    List.of("repo", "maven", "apache", "org"),
                    List.of("central", "sonatype"),
                    List.of("registry", "npmjs"),
                    List.of("pypi", "org"),
                    List.of("files", "pythonhosted"),
                    List.of("githubusercontent", "com"),
                    List.of("docker", "io"),
                    List.of("quay", "io"),
                    List.of("ghcr", "io"),
                    List.of("gcr", "io"),
                    List.of("registry", "k8s", "io"),
                    List.of("deb", "debian", "org"),
                    List.of("archive", "ubuntu", "com"),
                    List.of("dl", "google", "com"),
                    List.of("packages", "confluent"),
                    List.of("services", "gradle", "org"))
            .map(steps -> String.join(".", steps))
            .toList();

    /// Numbers that stand in tests of the number's structure, which needs a real province, and what they are.
    private static final Map<String, String> CONSTANTS = Map.of(
            "087084000999", "the published example of the structure",
            "001000000001", "the lowest number there can be: born in 1900",
            "001326999999", "the last serial of a year",
            "001227000001", "born in a year to come when it was written");

    /// Codes of provinces in personal numbers; 003 was never given to one.
    private static final Set<String> PROVINCES =
            Set.of(("001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026"
                            + " 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064"
                            + " 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096")
                    .split(" "));

    private Documents() {}

    /// Every file somebody wrote that is text.
    static List<Path> texts() {
        return Tree.files(file -> !BINARY.contains(ending(file))
                && !NOT_OURS.contains(file.getFileName().toString()));
    }

    private static String ending(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static List<String> deadLinks(Path file, String markdown) {
        return LINK.matcher(CODE.matcher(markdown).replaceAll(""))
                .results()
                .map(link -> link.group("target"))
                .filter(target -> !target.matches("[a-z]+:.*|#.*|<.*"))
                .map(target -> target.replaceFirst("#.*$", ""))
                .filter(target -> !Files.exists(file.resolveSibling(target)))
                .map(target -> "leads to " + target + ", which is not there")
                .toList();
    }

    /// The five things a service tells of itself, each as a heading or in bold at the beginning of a paragraph.
    static List<String> untold(String readme) {
        return Stream.of("Owns", "Publishes", "Consumes", "Refuses", "Runs")
                .filter(word -> !Pattern.compile("(?m)^(#+ |\\*\\*)" + word + "\\b")
                        .matcher(readme)
                        .find())
                .map(word -> "does not tell what it " + word)
                .toList();
    }

    static List<String> downloads(String text) {
        return DOWNLOAD_HOSTS.stream()
                .filter(text::contains)
                .map(host -> "names " + host + ", from which things are downloaded")
                .toList();
    }

    /// Numbers that could be a person's: province, then century and sex (0 to 3 for those alive), year, serial.
    static List<String> people(String text) {
        return TWELVE.matcher(text)
                .results()
                .map(found -> found.group("number"))
                .filter(number -> PROVINCES.contains(number.substring(0, 3)) && number.charAt(3) <= '3')
                .filter(number -> !CONSTANTS.containsKey(number))
                .map(number -> "holds " + number + ", which could be a person's")
                .toList();
    }

    static List<String> carelessness(String text) {
        var complaints = new ArrayList<String>();
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            complaints.add("is not in normal form C: its Vietnamese compares wrongly");
        }
        for (var word : List.of("TO" + "DO", "FIX" + "ME", "mock" + "ito")) {
            if (text.contains(word)) {
                complaints.add("says " + word);
            }
        }
        return complaints;
    }
}
