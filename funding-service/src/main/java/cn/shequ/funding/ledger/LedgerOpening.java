package cn.shequ.funding.ledger;

import cn.shequ.kit.territory.Division;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Ledgers open by themselves as soon as a subdistrict, district or city becomes known (Art. 16). */
@ApplicationScoped
class LedgerOpening {

    private final Ledgers ledgers;

    LedgerOpening(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    void divisionBecameKnown(@Observes Division division) {
        LedgerKind.of(division.level()).ifPresent(kind -> ledgers.open(division.code(), kind, division.validFrom()));
    }
}
