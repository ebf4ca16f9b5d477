package cn.shequ.funding.expenditure;

import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An expenditure was just paid; whoever follows it does so in the transaction of the payment.
 *
 * @param division the division that keeps the ledger
 */
public record PaidOut(UUID expenditure, DivisionCode division, LocalDate bookedOn) {}
