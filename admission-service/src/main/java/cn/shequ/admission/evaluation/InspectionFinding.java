package cn.shequ.admission.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether an inspection is part of the unified evaluation: nobody evaluates or inspects a community on its own (Art. 7). */
public enum InspectionFinding {
    COVERED,
    /** No item was named that it would be made under. */
    NO_ITEM,
    /** Nobody asked for the item that was named. */
    ITEM_UNKNOWN,
    ITEM_OF_ANOTHER_BODY,
    /** Not by the day of the inspection. */
    ITEM_NOT_APPROVED,
    /** The community is visited on another day, or not at all. */
    NO_VISIT_THAT_DAY;

    /**
     * What is found of one that names an item which there is.
     *
     * @param isOfBody whether the item is that of the body that inspects
     * @param visitOn when the community is visited for the item's evaluation
     */
    static InspectionFinding of(
            EvaluationRequest item, boolean isOfBody, @Nullable LocalDate visitOn, LocalDate inspectsOn) {
        if (!isOfBody) {
            return ITEM_OF_ANOTHER_BODY;
        }
        if (!item.isApprovedBy(inspectsOn)) {
            return ITEM_NOT_APPROVED;
        }
        return inspectsOn.equals(visitOn) ? COVERED : NO_VISIT_THAT_DAY;
    }
}
