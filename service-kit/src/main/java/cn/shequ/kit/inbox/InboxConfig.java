package cn.shequ.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service takes in the events of others. */
@ConfigMapping(prefix = "shequ.inbox")
public interface InboxConfig {
    /** Whether this process takes events in. */
    @WithDefault("true")
    boolean enabled();

    /** The consumer group: all processes of a service share it, another group starts from the first event. */
    @WithDefault("${shequ.service}")
    String group();

    /** How many events one transaction takes in at most. */
    @WithDefault("200")
    int batchSize();

    /** How long one look at the broker lasts when there is nothing to take. */
    @WithDefault("500ms")
    Duration pollInterval();

    /** How often an event may fail before it is set aside as poisonous. */
    @WithDefault("3")
    int attempts();

    /** The first wait of an event that names what is not known yet; every further one is twice as long. */
    @WithDefault("200ms")
    Duration firstRetryAfter();

    @WithDefault("15s")
    Duration longestRetryAfter();
}
