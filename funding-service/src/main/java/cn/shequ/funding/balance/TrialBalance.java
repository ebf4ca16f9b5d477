package cn.shequ.funding.balance;

import cn.shequ.funding.ledger.Account;
import cn.shequ.kit.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What moved in each account of a ledger and what it held (科目余额表), in CNY; debits and credits are always equal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialBalance(
        UUID ledger, LocalDate bookedOn, @Nullable Long knownAt, List<Line> accounts, Money debit, Money credit) {

    /** @param balance debit positive, credit negative */
    public record Line(Account account, Money debit, Money credit, Money balance) {}

    static TrialBalance of(UUID ledger, AsOf asOf, List<Line> accounts) {
        return new TrialBalance(
                ledger,
                asOf.bookedOn(),
                asOf.knownAt(),
                accounts,
                Money.sum(accounts.stream().map(Line::debit).toList()),
                Money.sum(accounts.stream().map(Line::credit).toList()));
    }
}
