package cn.shequ.funding.export;

import cn.shequ.funding.ledger.Ledger;
import java.io.IOException;
import java.util.List;

/** Where the content of the books comes from, ledger by ledger. */
interface BookSource {

    /** Takes one record of a stream. */
    @FunctionalInterface
    interface Taker<T> {
        void take(T item) throws IOException;
    }

    /** The postings of a ledger in the order of recording. */
    void lines(Ledger ledger, BookScope scope, Taker<BookLine> taker) throws IOException;

    /** What the accounts of a ledger held and what moved in them: one record per account, fund, category and payer. */
    List<BookBalance> balances(Ledger ledger, BookScope scope);

    /** The funds of a ledger that had any movement by then. */
    List<BookFund> funds(Ledger ledger, BookScope scope);
}
