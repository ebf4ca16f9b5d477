package cn.shequ.workforce.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.Ids;
import cn.shequ.workforce.Given;
import cn.shequ.workforce.WithSuite;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database holds what the rules hold, whoever writes. */
@QuarkusTest
@WithSuite
@Tag("art-20")
class CommitteeTermGuardsComponentTest {

    private static final LocalDate DAY = LocalDate.of(2021, 6, 1);

    @Inject
    Given given;

    @Inject
    Jdbi jdbi;

    private DivisionCode community;

    @BeforeEach
    void aCommunity() {
        community = given.aCommunity();
    }

    private void insert(int number, LocalDate on, int members, @Nullable String grounds) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        INSERT INTO committee_term (id, community, number, elected_on, ends_on, deputies, members,
                          result_title, result_number, early_grounds, fewest_rule, most_rule, term_rule, recorded_by,
                          recorded_on)
                        VALUES (:id, :community, :number, :on, :endsOn, 1, :members, 't', 'n', :grounds, 'x', 'x', 'x',
                          'raw', '2026-01-31')""")
                .bind("id", Ids.next())
                .bind("community", community)
                .bind("number", number)
                .bind("on", on)
                .bind("endsOn", on.plusYears(1).minusDays(1))
                .bind("members", members)
                .bind("grounds", grounds)
                .execute());
    }

    private void refused(String words, int number, LocalDate on, int members, @Nullable String grounds) {
        assertThatThrownBy(() -> insert(number, on, members, grounds)).hasMessageContaining(words);
    }

    @Test
    void a_committee_has_five_to_nine_people() {
        refused("committee_of_five_to_nine", 1, DAY, 2, null);
        refused("committee_of_five_to_nine", 1, DAY, 8, null);
        insert(1, DAY, 3, null);
        insert(2, DAY.plusYears(1), 7, null);
    }

    @Test
    void terms_follow_each_other_in_number_and_day() {
        insert(10, DAY, 3, null);
        refused("does not follow", 12, DAY.plusYears(1), 3, null);
        refused("does not follow", 10, DAY.plusYears(1), 3, null);
        refused("does not follow", 11, DAY, 3, "x");
        refused("does not follow", 11, DAY.minusDays(1), 3, "x");
        refused("election_is_over", 11, LocalDate.of(2026, 2, 1), 3, null);
    }

    @Test
    void a_term_is_cut_short_on_grounds_only() {
        insert(1, DAY, 3, null);
        refused("grounds", 2, DAY.plusYears(1).minusDays(1), 3, null);
        refused("grounds", 2, DAY.plusYears(1), 3, "x");
        insert(2, DAY.plusYears(1).minusDays(1), 3, "x");
    }

    @Test
    void of_first_terms_that_are_written_at_the_same_moment_one_stays() {
        long written = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> wrote(number * 10)))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();
        assertThat(written).isOne();
    }

    private boolean wrote(int number) {
        try {
            insert(number, DAY, 3, null);
            return true;
        } catch (RuntimeException refused) {
            assertThat(Objects.toString(refused.getMessage())).contains("does not follow");
            return false;
        }
    }

    @Test
    void what_is_recorded_stays_as_it_is() {
        insert(1, DAY, 3, null);
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("UPDATE committee_term SET members = 4")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("DELETE FROM committee_term")))
                .hasMessageContaining("permission denied");
    }
}
