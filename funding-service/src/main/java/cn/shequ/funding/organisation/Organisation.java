package cn.shequ.funding.organisation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import java.time.LocalDate;

/**
 * A registered social organisation (Art. 23).
 *
 * @param division the unit that registered it
 * @param since the day from which its standing holds
 */
public record Organisation(
        CreditCode creditCode, DivisionCode division, String name, String kind, Standing standing, LocalDate since) {}
