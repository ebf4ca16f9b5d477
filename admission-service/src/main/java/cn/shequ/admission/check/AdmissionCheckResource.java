package cn.shequ.admission.check;

import cn.shequ.kit.locale.ReaderLanguage;
import cn.shequ.kit.security.Roles;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The call other systems make before they send anything to a community. */
@Path("/v1/admission-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "admission-checks", description = "May this body ask this of this community? (Art. 4, 5)")
public class AdmissionCheckResource {

    private final AdmissionAnswers answers;
    private final ExecutorService threads;

    AdmissionCheckResource(AdmissionAnswers answers, @VirtualThreads ExecutorService threads) {
        this.answers = answers;
        this.threads = threads;
    }

    /**
     * What is remembered is answered by the thread that read the request; only what must be read gets one of its own. A stage
     * that is complete is handed over as it is, where a {@code Uni} would be subscribed to with contexts that nothing needs.
     */
    @GET
    @NonBlocking
    @RolesAllowed({
        Roles.DEPARTMENT_OFFICER,
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.FINANCE_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.HUMAN_RESOURCES_OFFICER,
        Roles.PLANNING_OFFICER,
        Roles.CONSTRUCTION_OFFICER,
        Roles.AUDITOR,
        Roles.GRID_MANAGER,
        Roles.SOCIAL_WORKER,
        Roles.RESIDENT,
        Roles.SYSTEM_INTEGRATOR,
        Roles.PLATFORM_ADMIN
    })
    @Operation(
            operationId = "checkAdmission",
            summary = "May this body ask this matter of this community, and why",
            description =
                    "For everybody who is signed in. Dates are compared at the moment of asking; of what another "
                            + "process of the service decided, the answer knows within 500 ms. A no is an answer, not an error.")
    @APIResponse(
            responseCode = "200",
            description = "Permitted or not, with every reason and its articles.",
            content = @Content(schema = @Schema(implementation = AdmissionCheck.class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: every wrong parameter at once.")
    public CompletionStage<AdmissionCheck> check(
            @QueryParam("department")
                    @Parameter(description = "Credit code of the body that asks.", example = "11220102DEM000014K")
                    @Nullable
                    String department,
            @QueryParam("community") @Parameter(description = "12 digits.", example = "220102001001") @Nullable
                    String community,
            @QueryParam("matter")
                    @Parameter(
                            description = "One of the sixteen domains, `EXCEPTIONAL`, or the code of a duty.",
                            example = "PUBLIC_HEALTH")
                    @Nullable
                    String matter,
            @QueryParam("on")
                    @Parameter(
                            description =
                                    "The day, today when left out. For a past day the answer is how the placements stood"
                                            + " at its end, as was known then.",
                            example = "2026-12-31")
                    @Nullable
                    String on,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        AskedCheck asked = new AskedCheck(department, community, matter, on);
        Locale language = ReaderLanguage.of(acceptLanguage);
        return answers.answerAtHand(asked, language)
                .map(CompletableFuture::completedStage)
                .orElseGet(() -> Uni.createFrom()
                        .item(() -> answers.answer(asked, language))
                        .runSubscriptionOn(threads)
                        .subscribeAsCompletionStage());
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed({
        Roles.DEPARTMENT_OFFICER,
        Roles.COMMUNITY_OFFICER,
        Roles.SUBDISTRICT_OFFICER,
        Roles.SUBDISTRICT_ACCOUNTANT,
        Roles.SUBDISTRICT_APPROVER,
        Roles.SUBDISTRICT_CASHIER,
        Roles.LEADING_GROUP_OFFICE,
        Roles.LEADING_GROUP_MEMBER,
        Roles.PRINCIPAL_LEADER,
        Roles.FINANCE_OFFICER,
        Roles.CIVIL_AFFAIRS_OFFICER,
        Roles.HUMAN_RESOURCES_OFFICER,
        Roles.PLANNING_OFFICER,
        Roles.CONSTRUCTION_OFFICER,
        Roles.AUDITOR,
        Roles.GRID_MANAGER,
        Roles.SOCIAL_WORKER,
        Roles.RESIDENT,
        Roles.SYSTEM_INTEGRATOR,
        Roles.PLATFORM_ADMIN
    })
    @Operation(
            operationId = "checkAdmissions",
            summary = "The same for up to 1,000 questions at once",
            description =
                    "Answered in their order, in a few queries. It changes nothing and needs no idempotency key. When"
                            + " a question is wrong, none is answered.")
    @APIResponse(
            responseCode = "200",
            description = "An answer for each question.",
            content = @Content(schema = @Schema(implementation = AdmissionCheck[].class)))
    @APIResponse(responseCode = "400", description = "`invalid-request`: the wrong fields of which questions.")
    public List<AdmissionCheck> checkAll(
            AskedChecks asked, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return answers.answers(asked, ReaderLanguage.of(acceptLanguage));
    }
}
