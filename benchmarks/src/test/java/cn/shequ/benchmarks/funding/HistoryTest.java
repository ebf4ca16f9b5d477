package cn.shequ.benchmarks.funding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.benchmarks.town.Street;
import cn.shequ.benchmarks.town.Town;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final UUID LEDGER = UUID.fromString("019a9c5e-0000-7000-8000-000000000001");

    private final History history = new History(10_000, 1_000, List.of(new Street("990102001000", LEDGER, List.of())));

    @Test
    void a_fund_gets_its_money_and_then_approves_and_pays_in_turn() {
        assertThat(history.fundsAtATime()).isEqualTo(10);
        assertThat(List.of(
                        history.at(3).type(),
                        history.at(13).type(),
                        history.at(23).type()))
                .containsExactly("receipt-posted.v1", "expenditure-approved.v1", "expenditure-paid.v1");
        assertThat(history.at(13).subject()).isEqualTo(history.at(23).subject());
        assertThat(history.at(33).subject()).isNotEqualTo(history.at(23).subject());
        assertThat(history.fund(999)).isEqualTo(9);
        assertThat(history.fund(1_000)).isEqualTo(10);
        assertThat(history.at(1_000).type()).isEqualTo("receipt-posted.v1");
    }

    @Test
    void every_expenditure_is_approved_once() {
        Set<UUID> approved = new HashSet<>();
        for (long number = 0; number < history.events(); number++) {
            History.Told told = history.at(number);
            assertThat(told.type().equals("expenditure-approved.v1") && !approved.add(told.subject()))
                    .isFalse();
        }
        assertThat(approved).hasSize(5_000);
    }

    @Test
    void an_event_is_written_as_the_service_writes_it() {
        assertThat(new String(history.at(0).numbered(7), UTF_8))
                .isEqualTo("""
                {"data":{"amount":"1000.00","bookedOn":"%s","division":"990102001000",\
                "entry":"00000003-0000-7000-8000-000000000000","ledger":"019a9c5e-0000-7000-8000-000000000001",\
                "part":1,"parts":1,"payer":"990102000000","receipt":"00000005-0000-7000-8000-000000000000",\
                "settlements":[]},"datacontenttype":"application/json",\
                "dataschema":"urn:shequ:event:funding:receipt-posted:v1","division":"990102001000",\
                "id":"00000001-0000-7000-8000-000000000000","partitionkey":"019a9c5e-0000-7000-8000-000000000001",\
                "sequence":7,"source":"/funding","specversion":"1.0","subject":"00000005-0000-7000-8000-000000000000",\
                "time":"%sT00:00:00Z","type":"cn.shequ.funding.receipt-posted.v1"}""".formatted(History.FIRST_DAY, History.FIRST_DAY));
    }

    @Test
    void days_go_from_ten_years_ago_to_today() {
        assertThat(history.day(0)).isEqualTo(Town.TODAY.minusDays(History.DAYS));
        assertThat(history.day(history.events() - 1)).isEqualTo(Town.TODAY.minusDays(1));
    }

    @Test
    void how_many_are_filled_is_seen_from_the_last_id() {
        assertThat(History.Kind.countUntil(null)).isZero();
        assertThat(History.Kind.countUntil(History.Kind.ENTRY.id(0))).isEqualTo(1);
        assertThat(History.Kind.countUntil(History.Kind.EVENT.id(9_999_999))).isEqualTo(10_000_000);
    }

    @Test
    void only_whole_generations_are_filled() {
        assertThat(Growth.small(10_000_000)).isEqualTo(100_000);
        assertThat(Growth.small(300_000)).isEqualTo(30_000);
        assertThat(Growth.requireEvents(10_000_000)).isEqualTo(10_000_000);
        assertThatThrownBy(() -> Growth.requireEvents(1_050_000)).hasMessageContaining("--events=");
        assertThatThrownBy(() -> Growth.requireEvents(500)).hasMessageContaining("--events=");
    }
}
