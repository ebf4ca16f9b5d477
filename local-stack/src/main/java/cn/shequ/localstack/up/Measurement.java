package cn.shequ.localstack.up;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** Time to ready and memory of each process, as {@code ./shequ bench startup} prints them. */
final class Measurement {

    private static final String ROW = "%-12s %8s %8s %14s %14s";

    private final Speech speech;
    private Duration totalCpu = Duration.ZERO;
    private ResidentMemory total = ResidentMemory.NONE;

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
        measurement.line("all", slowest, measurement.totalCpu, measurement.total);
        speech.say(
                "“share”按进程平摊共享页；PostgreSQL 的各进程共享内存，故其 resident 重复计算。",
                "share divides each shared page among those who share it; resident counts it once for each.");
    }

    /** What a process has cost so far, on however busy a machine. */
    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void row(String process, Duration ready, Duration cpu, ResidentMemory memory) {
        total = total.plus(memory);
        totalCpu = totalCpu.plus(cpu);
        line(process, ready, cpu, memory);
    }

    private void line(String process, Duration ready, Duration cpu, ResidentMemory memory) {
        speech.print(String.format(
                Locale.ROOT,
                ROW,
                process,
                Suite.seconds(ready),
                Suite.seconds(cpu),
                memory.resident() / 1024,
                memory.proportional() / 1024));
    }
}
