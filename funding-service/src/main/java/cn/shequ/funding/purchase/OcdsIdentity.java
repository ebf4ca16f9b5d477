package cn.shequ.funding.purchase;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** As whom and where this service publishes open contracting data. */
@ApplicationScoped
class OcdsIdentity {

    private final String prefix;
    private final String uri;
    private final String publisher;

    /**
     * @param prefix of every ocid, as the Open Contracting Partnership gave it to the city: set before the first purchase
     *     and never changed, for an ocid is for ever. The default is not a registered one
     * @param uri where the public reaches {@code /v1/purchases/ocds}; part of the identity of each package
     */
    OcdsIdentity(
            @ConfigProperty(name = "shequ.ocds.prefix", defaultValue = "ocds-000000") String prefix,
            @ConfigProperty(
                            name = "shequ.ocds.uri",
                            defaultValue = "http://127.0.0.1:8080/api/funding/v1/purchases/ocds")
                    String uri,
            @ConfigProperty(name = "shequ.ocds.publisher", defaultValue = "Shequ") String publisher) {
        this.prefix = prefix;
        this.uri = uri;
        this.publisher = publisher;
    }

    String prefix() {
        return prefix;
    }

    String uri() {
        return uri;
    }

    String publisher() {
        return publisher;
    }
}
