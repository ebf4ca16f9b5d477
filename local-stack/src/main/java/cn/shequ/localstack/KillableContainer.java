package cn.shequ.localstack;

import cn.shequ.localstack.Infrastructure.Options;
import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.container.LoopbackContainer;
import cn.shequ.localstack.kafka.ContainerKafka;
import cn.shequ.localstack.postgres.ContainerPostgres;
import java.io.IOException;
import java.util.Optional;

/** A part in a container. */
record KillableContainer(Addresses addresses, LoopbackContainer container) implements KillablePart {

    static KillableContainer start(Options options) throws IOException {
        if (options.parts().contains(Part.POSTGRES)) {
            ContainerPostgres postgres = ContainerPostgres.start(options.port(Part.POSTGRES), options.sizing());
            return new KillableContainer(new Addresses(postgres.databases(), null, null, null), postgres.container());
        }
        ContainerKafka kafka = ContainerKafka.start(options.port(Part.KAFKA));
        return new KillableContainer(new Addresses(null, kafka.bootstrapServers(), null, null), kafka.container());
    }

    @Override
    public void kill() {
        container.kill();
    }

    @Override
    public void restart() {
        container.restart();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public void close() {
        container.close();
    }
}
