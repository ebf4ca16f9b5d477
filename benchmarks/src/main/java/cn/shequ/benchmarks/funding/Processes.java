package cn.shequ.benchmarks.funding;

import cn.shequ.localstack.Infrastructure.Part;
import cn.shequ.localstack.up.KillableSuite;
import cn.shequ.localstack.up.SuiteService;
import java.time.Duration;
import java.util.stream.Stream;

/** Who uses the processors: the load generator is told apart from what it measures. */
final class Processes {

    private final ProcessHandle service;
    private final ProcessHandle postgres;
    private final ProcessHandle kafka;

    Processes(KillableSuite suite) {
        this.service = suite.services().process(SuiteService.FUNDING);
        this.postgres = suite.process(Part.POSTGRES).orElseThrow();
        this.kafka = suite.process(Part.KAFKA).orElseThrow();
    }

    /** Processor seconds. A backend of PostgreSQL that ended in between is not counted. */
    record Used(double load, double service, double postgres, double kafka) {

        Used since(Used before) {
            return new Used(
                    load - before.load, service - before.service, postgres - before.postgres, kafka - before.kafka);
        }
    }

    Used used() {
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
