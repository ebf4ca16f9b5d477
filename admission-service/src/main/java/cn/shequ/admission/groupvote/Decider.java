package cn.shequ.admission.groupvote;

import cn.shequ.kit.division.DivisionCode;

/**
 * Whose leading group decides, and why.
 *
 * @param division whose group it is
 */
public record Decider(DivisionCode division, DecidedBecause because) {}
