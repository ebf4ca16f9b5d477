package cn.shequ.events.admission;

/** Why an inspection of a community is not covered by the unified evaluation (Art. 7). */
public enum InspectionRefusalGrounds {
    /** Nobody named an item that it would be made under. */
    NO_ITEM,
    /** Nobody asked for the item that was named. */
    ITEM_UNKNOWN,
    ITEM_OF_ANOTHER_BODY,
    ITEM_NOT_APPROVED,
    /** The community is visited on another day, or not at all. */
    NO_VISIT_THAT_DAY
}
