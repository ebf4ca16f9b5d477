package cn.shequ.funding.ledger;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import cn.shequ.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryDraftTest {

    private static final UUID FUND = UUID.randomUUID();
    private static final Money FIVE = Money.of("5.00");

    private static EntryDraft entry(Posting... postings) {
        return EntryDraft.of(
                EntryKind.RECEIPT, UUID.randomUUID(), LocalDate.of(2026, 1, 2), UUID.randomUUID(), List.of(postings));
    }

    @Test
    void an_entry_balances_to_the_fen() {
        assertThatNoException().isThrownBy(() -> entry(Posting.bank(FIVE), Posting.available(FUND, FIVE.negated())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(Posting.bank(FIVE), Posting.available(FUND, Money.of("-4.99"))));
    }

    @Test
    void an_entry_has_two_postings_and_none_of_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Posting.bank(FIVE)));
        assertThatIllegalArgumentException().isThrownBy(() -> Posting.bank(Money.ZERO));
    }

    @Test
    void what_an_account_needs_is_there_and_no_more() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Posting(Account.BANK, FUND, null, null, FIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Posting(Account.SPENT, FUND, null, null, FIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Posting(Account.RECEIVABLE, FUND, null, null, FIVE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Posting(Account.AVAILABLE, FUND, Category.PAY, null, FIVE));
    }

    @Test
    void a_payer_is_a_division_or_a_body_with_a_valid_code() {
        assertThatNoException().isThrownBy(() -> new Payer("220102000000"));
        assertThatNoException().isThrownBy(() -> new Payer("11220102DEM000014K"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Payer("11220102DEM000014A"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Payer("someone"));
    }
}
