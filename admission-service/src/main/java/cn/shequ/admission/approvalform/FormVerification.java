package cn.shequ.admission.approvalform;

import cn.shequ.admission.placement.PlacementStage;
import cn.shequ.admission.task.TaskStage;
import cn.shequ.kit.identity.CreditCode;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a print with a code says, and how things stand today.
 *
 * @param application its number
 * @param stage as printed
 * @param communities how many it asks for
 * @param amountDue the total of all years and communities, in CNY
 * @param printedAt when this content was printed for the first time
 * @param presentStage where the application is today
 * @param placements how many of its placements are in which stage today
 */
@Schema(examples = """
                {"application":"0198c0de-0000-7000-8000-000000000001","title":"老年人健康体检登记",\
                "department":"11220102DEM000014K","departmentName":"南关区卫生健康局（演示）","stage":"SIGNED",\
                "validFrom":"2026-01-01","validTo":"2026-12-31","communities":2,"amountDue":"11000.00",\
                "decidedOn":"2025-12-10","signedOn":"2025-12-12","printedAt":"2025-12-12T08:30:00Z",\
                "standing":"PRESENT","presentStage":"SIGNED","placements":{"ACTIVE":2}}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormVerification(
        UUID application,
        String title,
        CreditCode department,
        String departmentName,
        TaskStage stage,
        LocalDate validFrom,
        LocalDate validTo,
        int communities,
        Money amountDue,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate signedOn,
        Instant printedAt,
        FormStanding standing,
        TaskStage presentStage,
        Map<PlacementStage, Integer> placements) {

    static FormVerification of(
            FormPrint print, FormStanding standing, TaskStage presentStage, Map<PlacementStage, Integer> placements) {
        return new FormVerification(
                print.applicationId(),
                print.title(),
                print.department(),
                print.departmentName(),
                print.stage(),
                print.validFrom(),
                print.validTo(),
                print.communities(),
                print.amountDue(),
                print.decidedOn(),
                print.signedOn(),
                print.printedAt(),
                standing,
                presentStage,
                placements);
    }
}
