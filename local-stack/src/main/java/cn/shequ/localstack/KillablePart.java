package cn.shequ.localstack;

import cn.shequ.localstack.Infrastructure.Options;
import cn.shequ.localstack.Infrastructure.Part;
import java.io.IOException;
import java.util.Optional;

/** One part of the infrastructure, for tests that kill it and start it again. */
public interface KillablePart extends AutoCloseable {

    /** Returns when it answers. The options name this one part. */
    static KillablePart start(Options options) throws IOException {
        return options.source() == Source.CONTAINERS && !options.parts().contains(Part.ISSUER)
                ? KillableContainer.start(options)
                : KillableProcess.start(options);
    }

    Addresses addresses();

    /** Kills it as a power cut would. It stays down until {@link #restart}. */
    void kill();

    /** Starts it again after it was killed, with its data, at its port; returns when it answers. */
    void restart() throws IOException;

    /** Its main process, where that is one of this machine. */
    Optional<ProcessHandle> process();

    @Override
    void close() throws IOException;
}
