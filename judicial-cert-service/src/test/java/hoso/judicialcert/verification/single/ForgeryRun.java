package hoso.judicialcert.verification.single;

import hoso.chassis.hash.Sha256;
import hoso.chassis.testing.TestClock;
import hoso.judicialcert.Settings;
import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.certificate.signing.Authority;
import hoso.judicialcert.proof.document.Examination;
import hoso.judicialcert.proof.document.Examined;
import hoso.judicialcert.proof.statement.Result;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Shows the corpus of forgeries and many genuine certificates to the verifier, and counts.
///
/// @param results how many forgeries were told what
/// @param accepted forgeries that counted as what was issued
/// @param acceptedOffline forgeries that passed the strict examination, with no register to ask
/// @param refused genuine ones that did not
record ForgeryRun(
        int corpus,
        Map<Result, Integer> results,
        List<String> accepted,
        List<String> acceptedOffline,
        int genuine,
        List<String> refused) {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// Prints the figures: `forgery corpus=… accepted=… genuine=… refused=…`.
    public static void main(String[] arguments) {
        var genuine = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        var strict = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        var run = of(genuine, strict, System.out::println);
        System.out.println("told: " + run.results());
        for (var name : run.accepted()) {
            System.out.println("accepted: " + name);
        }
        for (var name : run.acceptedOffline()) {
            System.out.println("accepted with no register at hand: " + name);
        }
        for (var name : run.refused()) {
            System.out.println("refused: " + name);
        }
        System.out.println(
                "forgery corpus=" + run.corpus() + " accepted=" + run.accepted().size() + " accepted_offline="
                        + run.acceptedOffline().size() + " genuine=" + run.genuine() + " refused="
                        + run.refused().size());
    }

    /// @param genuine certificates that are signed, entered in the register and shown
    /// @param strict how many of them also pass the strict examination
    static ForgeryRun of(int genuine, int strict, Consumer<String> progress) {
        var authority = new Authority();
        var register = new InMemoryRegister();
        var clock = Clock.fixed(TestClock.now(), ZoneOffset.UTC);
        var verify = new VerifyDocument(
                register.register(),
                register,
                new JudgeCertificate(register.log(), clock),
                authority::trust,
                Examined::of,
                Settings.ofVerification());
        var examination = new Examination(authority.trust());

        var refused = new ConcurrentLinkedQueue<String>();
        progress.accept("signing and showing " + genuine + " certificates");
        var papers = IntStream.range(0, genuine).mapToObj(Paper::of).toList();
        inParallel(papers, paper -> {
            var document = paper.signed(authority);
            synchronized (register) {
                register.add(document, paper.number(), paper.code());
            }
            if (verify.verify(document, Sha256.hex(document), AcceptedAge.NONE, () -> {})
                            .result()
                    != Result.VALID) {
                refused.add(paper.number() + " by digest");
            }
            if (paper.place() < strict) {
                var doubts = examination.doubts(document);
                if (!doubts.isEmpty()) {
                    refused.add(paper.number() + " by examination: " + doubts);
                }
            }
        });

        var base = new Forgeries.Genuine(
                authority,
                Documents.signed(authority),
                Documents.signed(
                        authority,
                        "LÊ VĂN THỬ NGHIỆM",
                        "987654322/2026/PHSNV-LLTP",
                        "1123-4567-89AB-CDEF",
                        List.of(Documents.judgment(LocalDate.of(2024, 5, 6)))),
                Documents.signed(
                        authority,
                        "PHẠM THỊ THỬ NGHIỆM",
                        "987654323/2026/PHSNV-LLTP",
                        "2123-4567-89AB-CDEF",
                        List.of()));
        register.add(base.clean(), Documents.NUMBER, Documents.CODE);
        register.add(base.convicted(), "987654322/2026/PHSNV-LLTP", "1123-4567-89AB-CDEF");
        register.add(base.strangers(), "987654323/2026/PHSNV-LLTP", "2123-4567-89AB-CDEF");
        for (var document : base.all()) {
            if (verify.verify(document, Sha256.hex(document), AcceptedAge.NONE, () -> {})
                            .result()
                    != Result.VALID) {
                refused.add("base");
            }
        }
        var corpus = Forgeries.of(base);
        distinct(corpus, base);
        progress.accept("showing " + corpus.size() + " forgeries");
        var accepted = new ConcurrentLinkedQueue<String>();
        var acceptedOffline = new ConcurrentLinkedQueue<String>();
        var results = new TreeMap<Result, Integer>();
        inParallel(List.copyOf(corpus.entrySet()), forgery -> {
            var result = verify.verify(forgery.getValue(), Sha256.hex(forgery.getValue()), AcceptedAge.NONE, () -> {})
                    .result();
            synchronized (results) {
                results.merge(result, 1, Integer::sum);
            }
            switch (result) {
                case VALID, REVOKED, SUPERSEDED, EXPIRED_FOR_PURPOSE, STATUS_UNDETERMINED ->
                    accepted.add(forgery.getKey() + ": " + result);
                case NOT_IN_LOG -> acceptedOffline.add(forgery.getKey());
                case ALTERED, UNKNOWN_ISSUER, UNKNOWN -> {}
            }
        });
        return new ForgeryRun(
                corpus.size(),
                results,
                List.copyOf(accepted),
                List.copyOf(acceptedOffline),
                genuine,
                List.copyOf(refused));
    }

    private record Paper(int place, String number, String code) {
        static Paper of(int place) {
            var letters = new StringBuilder();
            for (var i = 0; i < 16; i++) {
                letters.append(LETTERS.charAt((place >>> (5 * i % 30)) & 31)).append(i % 4 == 3 && i < 15 ? "-" : "");
            }
            return new Paper(place, (place + 1) + "/2026/PHSNV-LLTP", letters.toString());
        }

        byte[] signed(Authority authority) {
            var judgments = place % 3 == 0
                    ? List.of(Documents.judgment(LocalDate.of(2000 + place % 25, 1 + place % 12, 1 + place % 28)))
                    : List.<hoso.judicialcert.register.conviction.Judgment>of();
            return Documents.signed(authority, "NGUYỄN VĂN THỬ " + place, number, code, judgments);
        }
    }

    private static void distinct(Map<String, byte[]> corpus, Forgeries.Genuine genuine) {
        var digests = new HashSet<String>();
        genuine.all().forEach(document -> digests.add(Sha256.hex(document)));
        corpus.forEach((name, forged) -> {
            if (!digests.add(Sha256.hex(forged))) {
                throw new IllegalStateException("the same as another, or genuine: " + name);
            }
        });
    }

    private static <T> void inParallel(List<T> all, Consumer<T> work) {
        var left = new ConcurrentLinkedQueue<>(all);
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var running = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                    .mapToObj(_ -> threads.submit(() -> drain(left, work)))
                    .toList();
            for (var one : running) {
                one.get();
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> void drain(Queue<T> left, Consumer<T> work) {
        for (var next = left.poll(); next != null; next = left.poll()) {
            work.accept(next);
        }
    }
}
