package wrong.bakery.counter;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// Public, not called a resource, its verb not public and open to nobody knows whom.
@Path("/bread")
public class Counter {
    @GET
    String bread() {
        return "bread";
    }
}
