package cn.shequ.admission.dueday;

import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An open matter with days that were counted before the holidays of their year were announced.
 *
 * @param division whose rules it is under
 * @param enteredOn the day on which its rules were looked up
 * @param since the day from which the first of its days is counted; each further one is counted from the one before
 * @param rules a row of the rulebook for each day, by its reference
 */
public record Provisional(UUID id, DivisionCode division, LocalDate enteredOn, LocalDate since, List<String> rules) {}
