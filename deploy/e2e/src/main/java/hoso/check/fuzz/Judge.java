package hoso.check.fuzz;

import hoso.check.fuzz.Wire.Answer;
import hoso.e2e.Http;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Says what is wrong with an answer. It knows the contract and nothing else: whether the request was well formed is
/// not its question.
final class Judge {

    /// What the HTTP server answers by itself to a request that it cannot even read: a head or an address that is too
    /// long, an expectation or a version it does not know (RFC 9110, RFC 6585).
    private static final Set<Integer> OF_THE_SERVER = Set.of(414, 417, 431, 505);

    private static final Pattern INNARDS = Pattern.compile(
            "\\bat (?:hoso|java|jakarta|io|org|com)\\.[\\w.$]+\\(|\\b[a-z]+(?:\\.[a-zA-Z]\\w*)+(?:Exception|Error)\\b"
                    + "|\\b\\w+Exception\\b|SQLSTATE|org\\.postgresql|\\bjava\\.lang\\.|Caused by");
    private static final List<String> TEXTS = List.of("json", "text/", "xml", "html");

    private Judge() {}

    static Set<Kind> of(Attempt attempt, Answer answer) {
        var wrong = EnumSet.noneOf(Kind.class);
        var declared = attempt.operation().statuses();
        if (answer.status() >= 500 && !declared.contains(answer.status())) {
            wrong.add(Kind.UNDECLARED_5XX);
        } else if (attempt.isOfOperation()) {
            if (!declared.contains(answer.status()) && !OF_THE_SERVER.contains(answer.status())) {
                wrong.add(Kind.UNDECLARED);
            }
            if (!isOfDeclaredForm(attempt, answer)) {
                wrong.add(Kind.UNDECLARED);
            }
        }
        if (!isProblemAsItShouldBe(answer)) {
            wrong.add(Kind.UNDECLARED);
        }
        if (tellsInnards(answer)) {
            wrong.add(Kind.TRACES);
        }
        return wrong;
    }

    /// Whether a refusal has one of the media types that its operation declares for this status.
    private static boolean isOfDeclaredForm(Attempt attempt, Answer answer) {
        var operation = attempt.operation();
        var response = operation.resolved(operation.itself().path("responses").path(Integer.toString(answer.status())));
        var content = response.path("content");
        return answer.status() < 400
                || content.isEmpty()
                || content.has(mediaType(answer))
                || (answer.body().length == 0 && attempt.verb().equals("HEAD"));
    }

    private static String mediaType(Answer answer) {
        return answer.header("Content-Type").split(";", 2)[0].strip();
    }

    /// RFC 9457: `status` is the HTTP status, `type` and `title` are there.
    private static boolean isProblemAsItShouldBe(Answer answer) {
        if (!mediaType(answer).equals("application/problem+json") || answer.body().length == 0) {
            return true;
        }
        try {
            var problem = Http.JSON.readTree(answer.body());
            return problem.path("status").isInt()
                    && problem.path("status").asInt() == answer.status()
                    && problem.path("type").isTextual()
                    && !problem.path("title").asText().isBlank();
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean tellsInnards(Answer answer) {
        var type = mediaType(answer);
        return answer.status() >= 400
                && TEXTS.stream().anyMatch(type::contains)
                && INNARDS.matcher(answer.text()).find();
    }
}
