package cn.shequ.funding.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.funding.purchase.BookedPurchases;
import cn.shequ.funding.purchase.PublishedRelease;
import cn.shequ.kit.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("art-16")
class PurchaseTotalsTest {

    @Test
    void what_the_releases_say_is_what_the_ledgers_say() {
        assertThat(totals(2).reconciledWith(booked("28600.00", 1, "14300.00")))
                .containsEntry("purchases", 1L)
                .containsEntry("releases", 2L)
                .containsEntry("transactionValue", Money.of("14300.00"));
    }

    @Test
    void totals_that_differ_by_a_fen_write_no_manifest() {
        refused(2, booked("28600.01", 1, "14300.00"));
        refused(2, booked("28600.00", 2, "14300.00"));
        refused(2, booked("28600.00", 1, "14299.99"));
    }

    @Test
    void a_release_that_is_in_no_record_writes_no_manifest() {
        refused(1, booked("28600.00", 1, "14300.00"));
    }

    private static void refused(long inRecord, BookedPurchases booked) {
        assertThatThrownBy(() -> totals(inRecord).reconciledWith(booked))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do not reconcile");
    }

    private static PurchaseTotals totals(long inRecord) {
        PurchaseTotals totals = new PurchaseTotals();
        totals.take(release("contract"));
        totals.take(release("implementation"));
        totals.takeRecord(release("implementation"), inRecord);
        return totals;
    }

    private static BookedPurchases booked(String reserved, int movements, String paid) {
        return new BookedPurchases(Money.of(reserved), movements, Money.of(paid));
    }

    private static PublishedRelease release(String tag) {
        return new PublishedRelease(
                1,
                UUID.randomUUID(),
                Instant.EPOCH,
                "{}",
                tag,
                Money.of("30000.00"),
                1,
                Money.of("28600.00"),
                1,
                Money.of("28600.00"),
                1,
                Money.of("14300.00"));
    }
}
