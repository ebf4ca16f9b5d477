package cn.shequ.funding.ledger;

import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.UUID;

/** A ledger: one per subdistrict office, district and city, opened once and never closed (Art. 16). */
public record Ledger(UUID id, DivisionCode division, LedgerKind kind, LocalDate openedOn) {}
