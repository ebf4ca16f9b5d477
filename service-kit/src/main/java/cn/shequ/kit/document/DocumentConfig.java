package cn.shequ.kit.document;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a service takes documents in. */
@ConfigMapping(prefix = "shequ.documents")
public interface DocumentConfig {

    /** Whether the service has documents at all; fixed when it is built. */
    @WithDefault("false")
    boolean enabled();

    /** The largest document. One request is smaller still ({@code quarkus.http.limits.max-body-size}): send it in parts. */
    @WithDefault("50M")
    MemorySize largest();

    /** How much one person may have sent that belongs to nothing yet, so that nobody fills the store. */
    @WithDefault("500M")
    MemorySize unattachedPerPerson();
}
