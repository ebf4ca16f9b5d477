package cn.shequ.workforce.coverage;

import cn.shequ.kit.division.DivisionCode;

/**
 * What was counted in a division on a day.
 *
 * @param demonstration whether some residents are demonstration figures
 * @param withoutFigures communities whose residents nobody has said yet
 */
public record Counts(
        DivisionCode division, long volunteers, long residents, boolean demonstration, long withoutFigures) {

    static Counts nothingIn(DivisionCode division) {
        return new Counts(division, 0, 0, false, 0);
    }
}
