package hoso.judicialcert.officer.queue;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.judicialcert.law.Deadline;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows officers what waits for them.
@ApplicationScoped
public class ReadQueue {
    private static final int BATCH = 100;
    /// So many cases are opened for one page at most: a page may then be short, or empty, and still have a next one.
    private static final int MOST = 1_000;

    private final QueueRows queues;
    private final CaseClaimRows claims;
    private final CertificateRequests requests;
    private final Law law;
    private final Clock clock;

    ReadQueue(QueueRows queues, CaseClaimRows claims, CertificateRequests requests, Law law, Clock clock) {
        this.queues = queues;
        this.claims = claims;
        this.requests = requests;
        this.law = law;
        this.clock = clock;
    }

    /// A page of a queue, soonest expected first.
    @Transactional
    public Page<Queue.QueuedCase> page(Officer officer, Queue queue, @Nullable Cursor after, int limit) {
        var now = clock.instant();
        var found = new ArrayList<CertificateRequest>();
        var last = after;
        for (var seen = 0; seen < MOST; seen += BATCH) {
            var batch = queues.next(officer, queue, last, now, BATCH);
            var read = requests.ofAgency(batch.stream().map(Cursor::id).toList(), officer.agency());
            for (var place : batch) {
                var request = read.get(new RequestId(place.id()));
                if (request != null && queue.shows(request, officer)) {
                    if (found.size() == limit) {
                        return new Page<>(places(found, now), text(last));
                    }
                    found.add(request);
                }
                last = place;
            }
            if (batch.size() < BATCH) {
                return new Page<>(places(found, now), null);
            }
        }
        return new Page<>(places(found, now), text(last));
    }

    /// One case as it stands in a queue.
    public Queue.QueuedCase place(CertificateRequest request, Instant now) {
        return place(request, claims.find(request.id(), now).orElse(null));
    }

    private List<Queue.QueuedCase> places(List<CertificateRequest> found, Instant now) {
        if (found.isEmpty()) {
            return List.of();
        }
        var held =
                claims.find(found.stream().map(request -> request.id().value()).toList(), now);
        return found.stream()
                .map(request -> place(request, held.get(request.id().value())))
                .toList();
    }

    private Queue.QueuedCase place(CertificateRequest request, @Nullable CaseClaim claim) {
        var status = request.status();
        var due = law.stepDue(status.name(), status.since()).map(Deadline::at).orElse(null);
        return new Queue.QueuedCase(request, due, claim);
    }

    private static @Nullable String text(@Nullable Cursor last) {
        return last == null ? null : last.text();
    }
}
