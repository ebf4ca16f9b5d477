package cn.shequ.funding.statement;

import cn.shequ.funding.ledger.Account;
import cn.shequ.funding.ledger.Category;
import cn.shequ.funding.ledger.EntryKind;
import cn.shequ.funding.ledger.Payer;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of a statement of account (明细账), in CNY; debit positive, credit negative.
 *
 * @param fund whose postings it shows; all of the ledger's when left out
 * @param knownAt what a reader of the log knew at this number; everything recorded when left out
 * @param opening the balance before the first day
 * @param closing the balance after the last day, whatever part of it this page shows
 * @param next where the next page begins
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Statement(
        UUID ledger,
        Account account,
        @Nullable UUID fund,
        LocalDate from,
        LocalDate to,
        @Nullable Long knownAt,
        Money opening,
        Money debit,
        Money credit,
        Money closing,
        List<Line> items,
        @Nullable String next) {

    /**
     * One posting.
     *
     * @param voucher its number (凭证号); given a moment after the entry
     * @param balance after this posting
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID entry,
            long recorded,
            int line,
            @Nullable String voucher,
            LocalDate bookedOn,
            EntryKind kind,
            UUID document,
            @Nullable UUID fund,
            @Nullable Category category,
            @Nullable Payer payer,
            Money amount,
            Money balance) {}
}
