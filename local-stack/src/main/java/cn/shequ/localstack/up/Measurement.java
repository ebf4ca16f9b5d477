package cn.shequ.localstack.up;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** Time to ready and memory of each process, as {@code ./shequ bench startup} prints them. */
final class Measurement {

    private static final String ROW = "%-12s %8s %8s %14s %14s";

    private final Speech speech;
    private Duration totalCpu = Duration.ZERO;
    private long together;

    private Measurement(Speech speech) {
        this.speech = speech;
    }

    static void print(Suite suite, Speech speech) {
        Measurement measurement = new Measurement(speech);
        speech.print(String.format(Locale.ROOT, ROW, "process", "ready s", "cpu s", "resident MB", "share MB"));
        ProcessHandle launcher = ProcessHandle.current();
        ProcessHandle postgres = suite.infrastructure().postgresProcess();
        measurement.row("launcher", suite.infrastructureReadyAfter(), cpu(launcher), ResidentMemory.of(launcher));
        measurement.row(
                "postgres",
                suite.infrastructureReadyAfter(),
                cpu(postgres).plus(postgres.descendants().map(Measurement::cpu).reduce(Duration.ZERO, Duration::plus)),
                ResidentMemory.ofFamily(postgres));
        Stream.of(SuiteService.values())
                .forEach(service -> measurement.row(
                        service.id(),
                        suite.readyAfter(service),
                        cpu(suite.services().process(service)),
                        ResidentMemory.of(suite.services().process(service))));
        Duration slowest = Stream.of(SuiteService.values())
                .map(suite::readyAfter)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        measurement.line("all", slowest, measurement.totalCpu, "", measurement.together);
        speech.say(
                "“share”把共享页平摊给共享它的进程，合计即实际占用；“resident”在每个进程中各计一次，不能相加。",
                "share divides each shared page among those who share it and adds up to what all of them take together;"
                        + " resident counts it anew for each, so it has no sum.");
    }

    /** What a process has cost so far, on however busy a machine. */
    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void row(String process, Duration ready, Duration cpu, ResidentMemory memory) {
        together += memory.proportional();
        totalCpu = totalCpu.plus(cpu);
        line(process, ready, cpu, megabytes(memory.resident()), memory.proportional());
    }

    private void line(String process, Duration ready, Duration cpu, String resident, long share) {
        speech.print(String.format(
                Locale.ROOT, ROW, process, Suite.seconds(ready), Suite.seconds(cpu), resident, megabytes(share)));
    }

    private static String megabytes(long kilobytes) {
        return Long.toString(kilobytes / 1024);
    }
}
