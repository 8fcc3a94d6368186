package hoso.chassis.problem;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/// A body that is nothing, or the JSON literal `null`, is none that any resource takes: told as unreadable, once and
/// for all of them.
@Provider
public class NoNullBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.proceed();
        if (body == null) {
            throw Problem.of(400, "unreadable-body").with("at", "/").raise();
        }
        return body;
    }
}
