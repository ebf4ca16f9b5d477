package cn.shequ.kit.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.shequ.events.EventData;
import cn.shequ.kit.eventlog.Sequencer.Step;
import cn.shequ.kit.eventlog.Sequencer.Turn;
import cn.shequ.kit.merkle.Frontier;
import cn.shequ.kit.merkle.Hash;
import cn.shequ.kit.merkle.MerkleTree;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SequencerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LogDatabase database = new LogDatabase();
    private final Sequencer sequencer = new Sequencer(true, 10);

    @Test
    void numbers_committed_events_from_zero_in_the_order_of_their_commits() {
        String[] subjects = ids(25);
        for (String subject : subjects) {
            database.commit(LogDatabase.event(subject));
        }
        drain(sequencer);

        assertThat(database.log()).extracting(NumberedEvent::sequence).containsExactly(numbersTo(25));
        assertThat(database.subjectsInLog()).containsExactly(subjects);
    }

    @Test
    void stores_the_final_bytes_and_their_leaf_hash() throws Exception {
        String subject = UUID.randomUUID().toString();
        database.commit(LogDatabase.event(subject));
        drain(sequencer);

        NumberedEvent event = database.log().getFirst();
        var json = EventJson.mapper().readTree(event.bytes());
        assertThat(EventJson.canonical(new String(event.bytes(), java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(event.bytes());
        assertThat(json.get("sequence").isIntegralNumber()).isTrue();
        assertThat(json.get("sequence").asLong()).isZero();
        assertThat(json.get("id").asText()).isEqualTo(event.id().toString());
        assertThat(json.get("specversion").asText()).isEqualTo("1.0");
        assertThat(json.get("type").asText()).isEqualTo("cn.shequ.workforce.volunteer-registered.v1");
        assertThat(json.get("source").asText()).isEqualTo("/workforce");
        assertThat(json.get("subject").asText()).isEqualTo(subject);
        assertThat(json.get("division").asText()).isEqualTo("220102001001");
        assertThat(json.get("partitionkey").asText()).isEqualTo("220102001001");
        assertThat(json.get("data").get("registeredOn").asText()).isEqualTo("2026-01-05");
        assertThat(event.leafHash()).isEqualTo(Hash.ofLeaf(event.bytes()));
        assertThat(event.id().version()).isEqualTo(7);
    }

    @Test
    void never_numbers_what_was_rolled_back_and_leaves_no_gap_for_it() {
        try (Handle aborted = database.open()) {
            aborted.begin();
            LogDatabase.insert(aborted, LogDatabase.anyEvent(), LogDatabase.anyEvent());
            database.commit(LogDatabase.anyEvent());
            drain(sequencer);
            aborted.rollback();
        }
        database.commit(LogDatabase.anyEvent());
        drainUntilSettled();

        assertThat(database.log()).extracting(NumberedEvent::sequence).containsExactly(0L, 1L);
        assertThat(settled()).isEqualTo(4);
    }

    @Test
    void finds_an_event_that_is_committed_long_after_later_ones_were_numbered() {
        String late = UUID.randomUUID().toString();
        try (Handle slow = database.open()) {
            slow.begin();
            LogDatabase.insert(slow, LogDatabase.event(late));
            for (int i = 0; i < 5; i++) {
                database.commit(LogDatabase.anyEvent(), LogDatabase.anyEvent());
                drain(sequencer);
            }
            assertThat(settled())
                    .as("nothing is settled while an older transaction runs")
                    .isZero();
            slow.commit();
        }
        drain(sequencer);

        assertThat(database.log()).hasSize(11);
        assertThat(database.subjectsInLog().getLast()).isEqualTo(late);
        drainUntilSettled();
        assertThat(settled()).isEqualTo(11);
    }

    @Test
    void a_transaction_that_wrote_before_it_appended_delays_only_the_settling() {
        database.commit(LogDatabase.anyEvent());
        try (Handle other = database.open()) {
            other.begin();
            other.execute("SELECT pg_current_xact_id()");
            database.commit(LogDatabase.anyEvent());
            drain(sequencer);
            LogDatabase.insert(other, LogDatabase.anyEvent());
            drain(sequencer);
            other.commit();
        }
        drainUntilSettled();
        assertThat(database.log()).hasSize(3);
        assertThat(settled()).isEqualTo(3);
    }

    @Test
    void when_all_is_numbered_and_settled_a_turn_writes_nothing() {
        database.commit(LogDatabase.anyEvent());
        drainUntilSettled();
        String before = lastTransaction();
        drain(sequencer);
        assertThat(lastTransaction()).isEqualTo(before);
    }

    @Test
    void lets_only_one_process_number_at_a_time() {
        database.commit(LogDatabase.anyEvent());
        try (Handle mine = database.open();
                Handle other = database.open()) {
            Sequencer slow = new Sequencer(true, 10) {
                @Override
                void reached(Step step) {
                    assertThat(sequencer.takeTurn(other)).isEqualTo(Turn.REFUSED);
                }
            };
            assertThat(slow.takeTurn(mine)).isEqualTo(Turn.DRAINED);
            assertThat(sequencer.takeTurn(other)).isEqualTo(Turn.DRAINED);
        }
        assertThat(database.log()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void broken_off_at_any_step_it_leaves_no_trace_and_goes_on_later(Step step) {
        database.commit(LogDatabase.anyEvent(), LogDatabase.anyEvent());
        try (Handle handle = database.open()) {
            Sequencer dying = new Sequencer(true, 10) {
                @Override
                void reached(Step reached) {
                    if (reached == step) {
                        throw new IllegalStateException("killed");
                    }
                }
            };
            assertThatThrownBy(() -> dying.takeTurn(handle)).hasMessage("killed");
        }
        assertThat(database.log()).isEmpty();
        drain(sequencer);
        assertThat(database.log()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void a_connection_lost_at_any_step_loses_and_repeats_nothing(Step step) {
        database.commit(LogDatabase.anyEvent(), LogDatabase.anyEvent());
        try (Handle handle = database.open()) {
            Sequencer cut = new Sequencer(true, 10) {
                @Override
                void reached(Step reached) {
                    if (reached == step) {
                        assertThat(cutConnections()).isPositive();
                    }
                }
            };
            assertThatThrownBy(() -> cut.takeTurn(handle)).isInstanceOf(RuntimeException.class);
        } catch (RuntimeException alreadyClosed) {
            assertThat(alreadyClosed).hasMessageContaining("close");
        }
        drain(sequencer);
        assertThat(database.log()).extracting(NumberedEvent::sequence).containsExactly(0L, 1L);
    }

    @Test
    void keeps_the_tree_that_the_log_defines() {
        Frontier expected = new Frontier();
        for (int i = 0; i < 60; i++) {
            EventData[] events = IntStream.rangeClosed(0, i % 4)
                    .mapToObj(n -> LogDatabase.anyEvent())
                    .toArray(EventData[]::new);
            database.commit(events);
            if (i % 7 == 0) {
                drain(sequencer);
            }
        }
        drain(sequencer);
        List<NumberedEvent> log = database.log();
        log.forEach(event -> expected.append(event.leafHash()));
        try (Handle handle = database.open()) {
            MerkleTree tree = new MerkleTree(nodes -> MerkleNodes.find(handle, nodes));
            assertThat(tree.root(log.size())).isEqualTo(expected.root());
            for (NumberedEvent event : log) {
                assertThat(tree.inclusion(event.sequence(), log.size()).holds(event.leafHash(), expected.root()))
                        .isTrue();
            }
            assertThat(tree.consistency(37, log.size()).holds(tree.root(37), expected.root()))
                    .isTrue();
        }
    }

    @Test
    void without_a_tree_stores_no_nodes() {
        database.commit(LogDatabase.anyEvent(), LogDatabase.anyEvent());
        drain(new Sequencer(false, 10));
        assertThat(database.log()).hasSize(2);
        assertThat(database.single(Long.class, "SELECT count(*) FROM merkle_node"))
                .isZero();
    }

    private void drain(Sequencer sequencer) {
        try (Handle handle = database.open()) {
            Turn turn = Turn.FULL;
            while (turn == Turn.FULL) {
                turn = sequencer.takeTurn(handle);
            }
            assertThat(turn).isEqualTo(Turn.DRAINED);
        }
    }

    /**
     * One turn reads the highest id, a later one finds that no older transaction runs: the next one, unless the server
     * itself is at work meanwhile, as on its statistics.
     */
    private void drainUntilSettled() {
        long highest = database.single(Long.class, "SELECT max(id) FROM event_outbox");
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> {
            drain(sequencer);
            return settled() == highest;
        });
    }

    private int cutConnections() {
        try {
            return database.cutConnections();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long settled() {
        return database.single(Long.class, "SELECT settled_outbox_id FROM event_sequencing");
    }

    private String lastTransaction() {
        return database.single(String.class, "SELECT xmin::text FROM event_sequencing");
    }

    private static String[] ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toArray(String[]::new);
    }

    private static Long[] numbersTo(int count) {
        return LongStream.range(0, count).boxed().toArray(Long[]::new);
    }
}
