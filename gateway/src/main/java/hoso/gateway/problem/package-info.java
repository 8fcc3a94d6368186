/// What the door itself answers when it refuses or cannot reach a service.
@NullMarked
package hoso.gateway.problem;

import org.jspecify.annotations.NullMarked;
