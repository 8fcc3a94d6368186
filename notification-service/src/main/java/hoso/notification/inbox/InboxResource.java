package hoso.notification.inbox;

import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.notification.delivery.About;
import hoso.notification.delivery.Deliveries;
import hoso.notification.delivery.Delivery;
import hoso.notification.template.Notice;
import hoso.notification.template.Templates;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a citizen was told, newest first, in the language asked for.
@Path("/inbox")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class InboxResource {
    private final Deliveries deliveries;
    private final Caller caller;
    private final Templates templates = new Templates();

    InboxResource(Deliveries deliveries, Caller caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    record Message(
            UUID messageId,
            Notice notice,
            String title,
            String text,
            String link,
            About.Kind subjectType,
            UUID subjectId,
            Instant at) {}

    @GET
    @RolesAllowed("citizen")
    @Transactional
    public Response read(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer wanted) {
        var limit = Page.limit(wanted);
        var found = deliveries.inApp(caller.personId(), Cursor.parse(after), limit);
        var page = Page.of(
                        found, limit, delivery -> new Cursor(delivery.message().plannedAt(), delivery.id()))
                .map(this::message);
        var answer = Response.ok(page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, caller.language().toLanguageTag());
        if (page.next() != null) {
            answer.header(HttpHeaders.LINK, "</inbox?after=" + page.next() + "&limit=" + limit + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private Message message(Delivery delivery) {
        var text = templates.render(
                delivery.message().notice(),
                delivery.message().template(),
                caller.language(),
                delivery.message().values());
        return new Message(
                delivery.id(),
                delivery.message().notice(),
                text.subject(),
                text.text(),
                delivery.message().values().getOrDefault("link", ""),
                delivery.message().about().kind(),
                delivery.message().about().id(),
                delivery.message().plannedAt());
    }
}
