package cn.shequ.kit.rulebook;

/** What a rule's value counts. */
public enum RuleUnit {
    SQUARE_METRES,
    CNY,
    PERCENT,
    COUNT,
    DAYS,
    WORKING_DAYS,
    MONTHS,
    YEARS,
    /** A day of the year, as {@code --03-31}. */
    MONTH_DAY,
    /** Names separated by commas; a stricter set holds more of them under MINIMUM. */
    SET
}
