package cn.shequ.admission.approvalform;

import cn.shequ.admission.approvalform.FormCell.Style;
import cn.shequ.admission.placement.YearCost;
import cn.shequ.kit.division.DivisionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The money on a form, by year and community in its three parts (Art. 11): little of it in the form, much in an annex. */
final class FormFundingTable {

    /** As many lines as do not make the form itself long. */
    static final int IN_FORM = 12;

    /** A bound of the product: of more, the totals tell and the application has the lines. */
    static final int LISTED = 500;

    private static final FormRow COLUMNS = FormRow.of(
            FormCell.of(2, "年度", Style.LABEL),
            FormCell.of(6, "社区", Style.LABEL),
            FormCell.of(3, "工作经费", Style.LABEL),
            FormCell.of(3, "劳务费", Style.LABEL),
            FormCell.of(3, "工作条件", Style.LABEL),
            FormCell.of(3, "每社区合计", Style.LABEL),
            FormCell.of(4, "拨付期限", Style.LABEL));

    private final FormFacts facts;
    private final FormFunding funding;

    FormFundingTable(FormFacts facts) {
        this.facts = facts;
        this.funding = facts.funding();
    }

    FormSection inForm() {
        List<FormRow> rows = new ArrayList<>();
        if (isShort()) {
            funding.lines().forEach(line -> rows.add(row(line)));
        } else {
            rows.add(FormRow.of("明细", "共" + funding.lines().size() + "项，见附页。"));
        }
        rows.add(FormRow.of("合计", totals()));
        return new FormSection(false, isShort() ? List.of(COLUMNS) : List.of(), rows);
    }

    List<FormSection> annex() {
        if (isShort()) {
            return List.of();
        }
        int lines = funding.lines().size();
        String listed = lines <= LISTED ? "" : "，列出前" + LISTED + "项，其余以登记为准";
        FormRow heading = FormRow.heading("附页　工作保障经费明细（单位：元，共" + lines + "项" + listed + "）");
        return List.of(new FormSection(
                true,
                List.of(heading, COLUMNS),
                funding.lines().stream().limit(LISTED).map(this::row).toList()));
    }

    private boolean isShort() {
        return funding.lines().size() <= IN_FORM;
    }

    private String totals() {
        return funding.totals().entrySet().stream()
                .map(year -> year.getKey() + "年度" + year.getValue() + "元")
                .collect(Collectors.joining("；", "", "；总计" + funding.total() + "元。"));
    }

    private FormRow row(FormFunding.Line line) {
        YearCost cost = line.cost();
        DivisionCode community = line.community();
        String communities =
                community == null ? "各社区（" + line.communities() + "个）" : facts.name(community) + " " + community;
        return FormRow.of(
                FormCell.of(2, String.valueOf(cost.fundingYear()), Style.CENTRED),
                FormCell.of(6, communities, Style.CENTRED),
                FormCell.of(3, cost.workingFunds().toString(), Style.FIGURE),
                FormCell.of(3, cost.labourFees().toString(), Style.FIGURE),
                FormCell.of(3, cost.conditions().toString(), Style.FIGURE),
                FormCell.of(3, cost.amountDue().toString(), Style.FIGURE),
                FormCell.of(4, FormWords.of(cost.payBy()), Style.CENTRED));
    }
}
