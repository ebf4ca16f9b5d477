package cn.shequ.admission.organisation;

import java.time.LocalDate;

/**
 * How an organisation was filed or registered before it was taken over (Art. 23).
 *
 * @param number in that file or register
 * @param authority which body decided, by name
 */
public record EarlierDecision(String number, String authority, LocalDate decidedOn) {}
