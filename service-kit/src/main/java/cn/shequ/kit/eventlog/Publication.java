package cn.shequ.kit.eventlog;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** How far the log is published, and going back when Kafka has lost a topic. */
@Singleton
class Publication {
    private final Jdbi jdbi;
    private final Bells bells;

    Publication(Jdbi jdbi, Bells bells) {
        this.jdbi = jdbi;
        this.bells = bells;
    }

    /** How many events have numbers. */
    long size() {
        return jdbi.withHandle(LogReader::size);
    }

    /** Publishes again from a number on. Readers recognise by id what they have had. */
    void restartFrom(long sequence) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE event_publication SET next_sequence = :next")
                .bind("next", sequence)
                .execute());
        bells.numbered.ring();
    }
}
