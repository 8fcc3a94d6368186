/// Which call goes to which service, and what of it may pass the door in either direction.
@NullMarked
package hoso.gateway.routes;

import org.jspecify.annotations.NullMarked;
