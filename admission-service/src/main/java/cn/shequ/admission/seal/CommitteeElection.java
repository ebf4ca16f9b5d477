package cn.shequ.admission.seal;

import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a community elected its committee, which opens the duty of handing the seal over.
 *
 * @param term that the election began, as workforce names it
 * @param dueOn the last day on which the handover is in time
 * @param handoverRule the row of the rulebook for that day, by its reference
 */
public record CommitteeElection(
        UUID term, DivisionCode community, LocalDate electedOn, LocalDate dueOn, String handoverRule) {}
