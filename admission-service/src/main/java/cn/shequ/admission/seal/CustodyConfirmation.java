package cn.shequ.admission.seal;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That whoever kept the seal keeps it after an election as well.
 *
 * @param term that the election began
 * @param confirmedBy another person than the custodian
 */
public record CustodyConfirmation(UUID term, String custodian, LocalDate confirmedOn, String confirmedBy) {}
