package cn.shequ.admission.organisation;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.kit.concurrency.Retried;
import cn.shequ.kit.imports.ImportReport;
import cn.shequ.kit.imports.ImportRequest;
import cn.shequ.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Organisations that were filed or registered before. */
@Path("/v1/organisations/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisations", description = "Community social organisations, filed or registered (Art. 6, 23).")
@RunOnVirtualThread
public class OrganisationImportResource {

    private static final String EXAMPLE = """
            number,community,nameZh,kind,category,track,individualMembers,institutionalMembers,capital,head,headPost,headException,setUpBy,verticallyManaged,basisKind,basisCitation,authority,decidedOn,earlierDocument
            南岭备〔2014〕3号,220102001001,华阳社区书画社,SOCIAL_ASSOCIATION,CULTURE_AND_SPORTS,FILED,12,0,0.00,00000000-0000-4000-8000-000000000201,,,,false,,,南岭街道办事处,2014-05-06,
            """;

    private final OrganisationImports imports;

    OrganisationImportResource(OrganisationImports imports) {
        this.imports = imports;
    }

    @POST
    @Consumes("text/csv")
    @Retried
    @Transactional
    @RolesAllowed({Roles.SUBDISTRICT_OFFICER, Roles.CIVIL_AFFAIRS_OFFICER})
    @Operation(
            operationId = "importOrganisations",
            summary = "Take over filed or registered organisations from CSV",
            description = """
                    By the subdistrict office for what it has on file, by the civil affairs of the county-level unit for what is \
                    in its register, with the earlier decision. UTF-8, columns \
                    number,community,nameZh,kind,category,track,individualMembers,institutionalMembers,capital,head,headPost,\
                    headException,setUpBy,verticallyManaged,basisKind,basisCitation,authority,decidedOn,earlierDocument; number \
                    is that of the file or the credit code, authority who decided, decidedOn when. What is registered reaches the \
                    conditions of Art. 23 today, or names in earlierDocument under what it was registered before they came into \
                    force. category (of what is registered), headPost, headException, setUpBy, basisKind with basisCitation and \
                    earlierDocument may be empty. What was taken over just so changes nothing; otherwise it is refused. All \
                    lines or none.""")
    @APIResponse(responseCode = "200", description = "What became of each line, or in a dry run would.")
    @APIResponse(
            responseCode = "400",
            description = "`csv-not-utf8`, `csv-malformed`, `csv-header`, `csv-too-many-rows`, `csv-without-rows`")
    @APIResponse(
            responseCode = "403",
            description =
                    "`outside-jurisdiction`: neither a subdistrict's office nor a county-level unit's civil affairs")
    @APIResponse(responseCode = "404", description = "`not-found`: not one line of the file is of your territory")
    @APIResponse(responseCode = "409", description = "`conflict`: something of it was entered meanwhile; send it again")
    @APIResponse(responseCode = "422", description = "`import-refused`, with every refused line in `errors`")
    public ImportReport importAll(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE)))
                    byte[] csv,
            @BeanParam ImportRequest request) {
        return request.answer(csv, OrganisationLine.COLUMNS, AdmissionProblem.IMPORT_REFUSED, imports::take);
    }
}
