package cn.shequ.admission.task;

import cn.shequ.kit.division.DivisionCode;

/**
 * Whose leading group decides, and why.
 *
 * @param division whose group it is
 */
public record Decider(DivisionCode division, DecidedBecause because) {}
