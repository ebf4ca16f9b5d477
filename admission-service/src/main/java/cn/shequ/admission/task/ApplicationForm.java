package cn.shequ.admission.task;

import cn.shequ.admission.placement.YearCost;
import cn.shequ.events.admission.AssistanceDomain;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Community Work Admission Approval Form (社区工作准入审批表, Art. 5). A draft may leave out anything.
 *
 * @param exceptionalGrounds why a task outside the sixteen domains is asked for (Art. 4: "in principle")
 * @param communities the communities asked for, by code, or whole divisions
 * @param validTo the last day, included
 * @param payer who pays, by credit code
 * @param fundingBasis how the amounts were computed
 * @param noFundsReason why a year that costs nothing causes no work
 * @param renews the signed application that this one follows
 * @param attachments documents that belong to it, each once
 */
@Schema(examples = """
                {"title":"老年人健康体检登记","domain":"PUBLIC_HEALTH","legalBasis":"《基本公共卫生服务规范》",\
                "communities":["220102001000"],"content":"通知并登记辖区65岁以上老年人参加体检","objects":"65岁及以上常住居民",\
                "authority":"登记、通知，不得收费","validFrom":"2026-01-01","validTo":"2026-12-31",\
                "workload":"每社区每年约120小时","payer":"11220102DEM000014K","fundingBasis":"120小时×25元，另加材料费",\
                "funding":[{"fundingYear":2026,"workingFunds":"2000.00","labourFees":"3000.00","conditions":"500.00",\
                "payBy":"2026-03-31"}],"attachments":[{"title":"经费测算表",\
                "document":"3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"}]}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationForm(
        @Size(max = 200) @Nullable String title,
        @Nullable AssistanceDomain domain,
        @Size(max = 2000) @Nullable String exceptionalGrounds,
        @Size(max = 2000) @Nullable String legalBasis,
        @Size(max = 200) @Nullable List<@NotNull DivisionCode> communities,
        @Size(max = 4000) @Nullable String content,
        @Size(max = 2000) @Nullable String objects,
        @Size(max = 2000) @Nullable String authority,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Size(max = 2000) @Nullable String workload,
        @Nullable CreditCode payer,
        @Size(max = 2000) @Nullable String fundingBasis,
        @Size(max = 2000) @Nullable String noFundsReason,
        @Nullable UUID renews,
        @Size(max = 2000) @Nullable List<@NotNull @Valid FundingRow> funding,
        @Size(max = 20) @Nullable List<@NotNull @Valid FormAttachment> attachments) {

    public List<DivisionCode> asked() {
        return communities == null ? List.of() : communities;
    }

    public List<FundingRow> rows() {
        return funding == null ? List.of() : funding;
    }

    public List<FormAttachment> documents() {
        return attachments == null ? List.of() : attachments;
    }

    /** The years from the first day of validity to the last; none while one of them is missing. */
    int[] years() {
        return validFrom == null || validTo == null
                ? new int[0]
                : IntStream.rangeClosed(validFrom.getYear(), validTo.getYear()).toArray();
    }

    /** What every funding year costs each of the communities. */
    Map<DivisionCode, List<YearCost>> costs(Collection<DivisionCode> of) {
        FundingTable table = new FundingTable(rows());
        Map<DivisionCode, List<YearCost>> costs = new TreeMap<>();
        of.forEach(community -> costs.put(
                community,
                IntStream.of(years())
                        .mapToObj(year -> table.row(community, year))
                        .flatMap(Optional::stream)
                        .map(FundingRow::cost)
                        .toList()));
        return costs;
    }
}
