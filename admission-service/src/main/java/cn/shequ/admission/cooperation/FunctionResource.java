package cn.shequ.admission.cooperation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the article names, for everybody to read. */
@Path("/v1/cooperation-functions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cooperation", description = "Who leads, who cooperates and who sets policies (Art. 35).")
@RunOnVirtualThread
public class FunctionResource {

    private final Functions functions;

    FunctionResource(Functions functions) {
        this.functions = functions;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listCooperationFunctions",
            summary = "The lead, the departments and the bodies that Art. 35 names",
            description =
                    "Public. Twenty-three functions, each with the part of whoever fulfils it and its source; the list is"
                            + " closed.")
    public List<NamedFunction> list() {
        return functions.all();
    }
}
