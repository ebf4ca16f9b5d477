package cn.shequ.admission.scope;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The scope of a community's work, for everybody to read. */
@Path("/v1/domains")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "domains", description = "The sixteen domains in which a community assists government (Art. 4).")
@RunOnVirtualThread
public class DomainResource {

    private final Domains domains;

    DomainResource(Domains domains) {
        this.domains = domains;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listDomains",
            summary = "The sixteen domains",
            description =
                    "Public. Each with its source. The list is closed: what lies outside needs exceptional grounds (Art. 4).")
    public List<Domain> list() {
        return domains.all();
    }
}
