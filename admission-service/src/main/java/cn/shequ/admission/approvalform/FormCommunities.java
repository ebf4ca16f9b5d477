package cn.shequ.admission.approvalform;

import cn.shequ.admission.approvalform.FormCell.Style;
import cn.shequ.kit.division.DivisionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The communities on a form: a few stand in it, many in an annex. */
final class FormCommunities {

    /** As many as do not make the form itself long. */
    static final int IN_FORM = 12;

    /** A bound of the product: of more, their number tells and the application has the list. */
    static final int LISTED = 1_000;

    private static final int ABREAST = 3;

    private final FormFacts facts;
    private final List<DivisionCode> communities;

    FormCommunities(FormFacts facts) {
        this.facts = facts;
        this.communities = facts.file().communities();
    }

    String inForm() {
        return communities.size() > IN_FORM
                ? "共" + communities.size() + "个，名单见附页。"
                : communities.stream()
                        .map(community -> facts.name(community) + "（" + community + "）")
                        .collect(Collectors.joining("、", "共" + communities.size() + "个：", "。"));
    }

    List<FormSection> annex() {
        if (communities.size() <= IN_FORM) {
            return List.of();
        }
        String listed = communities.size() <= LISTED ? "" : "，列出前" + LISTED + "个，其余以登记为准";
        String heading = "附页　进入社区名单（共" + communities.size() + "个" + listed + "）";
        List<FormRow> rows = new ArrayList<>();
        int end = Math.min(LISTED, communities.size());
        for (int first = 0; first < end; first += ABREAST) {
            rows.add(row(communities.subList(first, Math.min(end, first + ABREAST))));
        }
        return List.of(new FormSection(true, List.of(FormRow.heading(heading)), rows));
    }

    private FormRow row(List<DivisionCode> abreast) {
        List<FormCell> cells = new ArrayList<>();
        for (int i = 0; i < ABREAST; i++) {
            String text = i < abreast.size() ? facts.name(abreast.get(i)) + " " + abreast.get(i) : "";
            cells.add(FormCell.of(FormRow.COLUMNS / ABREAST, text, Style.CENTRED));
        }
        return new FormRow(cells);
    }
}
