package cn.shequ.kit.eventlog;

import cn.shequ.kit.worker.Worker;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps the sequencer at work: at once when an event was committed here, soon when it was elsewhere. */
final class Sequencing implements Worker.Session {
    private static final Duration WHILE_ANOTHER_IS_AT_IT = Duration.ofMillis(20);

    private final Connections connections;
    private final Sequencer sequencer;
    private final Bells bells;
    private final Duration pollInterval;
    private final Duration gathering;

    Sequencing(Connections connections, Sequencer sequencer, Bells bells, Duration pollInterval, Duration gathering) {
        this.connections = connections;
        this.sequencer = sequencer;
        this.bells = bells;
        this.pollInterval = pollInterval;
        this.gathering = gathering;
    }

    @Override
    public void run(Worker.Turns turns) throws InterruptedException {
        try (Handle handle = Jdbi.open(connections::open)) {
            while (turns.next()) {
                switch (sequencer.takeTurn(handle)) {
                    case FULL -> bells.numbered.ring();
                    case DRAINED -> {
                        bells.numbered.ring();
                        bells.appended.await(pollInterval, gathering);
                    }
                    // The other may have looked before our events were committed, so it is not enough to leave it
                    // to the other.
                    case REFUSED -> Thread.sleep(WHILE_ANOTHER_IS_AT_IT);
                }
            }
        }
    }
}
