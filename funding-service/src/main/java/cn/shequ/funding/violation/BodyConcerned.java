package cn.shequ.funding.violation;

import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.security.Caller;
import cn.shequ.kit.security.Roles;
import java.util.ArrayList;
import java.util.List;

/**
 * Who speaks for a body, and so never decides on it: its department officers, the finance of its division, the officers of
 * its subdistrict. Auditors speak for nobody.
 */
final class BodyConcerned {

    private BodyConcerned() {}

    static boolean isSpokenForBy(Payer body, Caller caller) {
        return bodiesOf(caller).contains(body.value());
    }

    static List<String> bodiesOf(Caller caller) {
        List<String> bodies = new ArrayList<>();
        DivisionCode division = caller.division();
        if (division != null && (caller.has(Roles.FINANCE_OFFICER) || caller.has(Roles.SUBDISTRICT_OFFICER))) {
            bodies.add(division.value());
        }
        if (caller.department() != null) {
            bodies.add(caller.department());
        }
        return bodies;
    }

    static boolean mayDecide(Caller caller) {
        return caller.has(Roles.FINANCE_OFFICER) || caller.has(Roles.AUDITOR);
    }
}
