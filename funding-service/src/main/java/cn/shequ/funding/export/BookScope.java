package cn.shequ.funding.export;

import cn.shequ.funding.ledger.Ledger;
import java.time.LocalDate;
import java.util.List;

/**
 * Which part of the books.
 *
 * @param from the first booking date whose movements are shown; what was before is the opening balance
 * @param to the last booking date
 * @param knownAt the last log number whose event counts; -1 where nothing is known yet
 */
record BookScope(List<Ledger> ledgers, LocalDate from, LocalDate to, long knownAt) {

    BookScope {
        ledgers = List.copyOf(ledgers);
    }

    BookScope between(LocalDate first, LocalDate last) {
        return new BookScope(ledgers, first, last, knownAt);
    }
}
