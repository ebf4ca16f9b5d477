package cn.shequ.benchmarks.load;

import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.up.KillableSuite;
import cn.shequ.localstack.up.SuiteService;
import java.time.Duration;
import java.util.stream.Stream;

/** Who uses the processors: the load generator is told apart from what it measures. */
public final class Processes {

    private final ProcessHandle service;
    private final ProcessHandle postgres;
    private final ProcessHandle kafka;

    /** @param measured the service that the load is on */
    public Processes(KillableSuite suite, SuiteService measured) {
        this.service = suite.services().process(measured);
        this.postgres = suite.process(Part.POSTGRES).orElseThrow();
        this.kafka = suite.process(Part.KAFKA).orElseThrow();
    }

    /** Processor seconds. A backend of PostgreSQL that ended in between is not counted. */
    public record Used(double load, double service, double postgres, double kafka) {

        public Used since(Used before) {
            return new Used(
                    load - before.load, service - before.service, postgres - before.postgres, kafka - before.kafka);
        }
    }

    public Used used() {
        return new Used(
                seconds(ProcessHandle.current()),
                seconds(service),
                Stream.concat(Stream.of(postgres), postgres.descendants())
                        .mapToDouble(Processes::seconds)
                        .sum(),
                seconds(kafka));
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }
}
