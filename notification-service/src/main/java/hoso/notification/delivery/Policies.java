package hoso.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.EnumMap;
import java.util.Map;

/// The policies of all channels.
@ApplicationScoped
class Policies {
    private final Map<Channel, Policy> policies = new EnumMap<>(Channel.class);

    Policies(Instance<Sender> senders) {
        senders.forEach(sender -> policies.put(sender.channel(), sender.policy()));
    }

    Policy of(Channel channel) {
        var policy = policies.get(channel);
        if (policy == null) {
            throw new IllegalStateException("no folder has the channel " + channel);
        }
        return policy;
    }
}
