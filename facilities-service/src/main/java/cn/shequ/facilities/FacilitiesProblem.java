package cn.shequ.facilities;

import cn.shequ.kit.problem.ProblemCode;
import java.util.List;

/** Every refusal of facilities: the service's whole error contract on one screen. */
public enum FacilitiesProblem implements ProblemCode {
    /** A file with lines that cannot be taken; no line of it was. */
    IMPORT_REFUSED(422),

    DIVISION_UNKNOWN(422),
    COMMUNITY_UNKNOWN(422),

    RULE_UNKNOWN(422),
    RULE_LEVEL(422),
    RULE_VALUE_INVALID(422),
    RULE_NOT_STRICTER(422),
    RULE_NOT_LATER(422),

    /** What was handed over belongs to the district government. */
    PREMISES_TITLE(422, 14),
    AREA_DAY_TAKEN(409),
    AREA_BEFORE_FIRST(422),
    /** Kept as an attempt: never leased out, transferred or mortgaged. */
    DISPOSAL_PROHIBITED(422, 14),

    PHASES_OUT_OF_ORDER(400),
    /** Kept as a rejected review: less than the standard, over the whole or up to a phase. */
    PLAN_BELOW_STANDARD(422, 13),
    PLAN_ALREADY_REVIEWED(409),
    PLAN_SUPERSEDED(409);

    private final int status;
    private final List<Integer> articles;

    FacilitiesProblem(int status, Integer... articles) {
        this.status = status;
        this.articles = List.of(articles);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public List<Integer> articles() {
        return articles;
    }

    @Override
    public String bundle() {
        return "messages/facilities";
    }
}
