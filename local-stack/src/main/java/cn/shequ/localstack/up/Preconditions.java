package cn.shequ.localstack.up;

import cn.shequ.localstack.FreePort;
import cn.shequ.localstack.Infrastructure.Part;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What must be true before anything is started; each refusal says what to do about it. */
final class Preconditions {

    /** All processes together take about this much. */
    private static final long NEEDED_MEGABYTES = 1_600;

    private Preconditions() {}

    static void check(UpOptions options, Speech speech, Machine machine) throws CannotStart {
        requireBuilt(options, speech);
        requirePorts(options, speech);
        requireMemory(speech, machine);
    }

    private static void requireBuilt(UpOptions options, Speech speech) throws CannotStart {
        for (SuiteService service : SuiteService.values()) {
            if (!Files.exists(ServiceProcess.application(options.home(), service))) {
                throw new CannotStart(speech.in(
                        "没有找到已构建的 " + service.module() + "，请用 ./shequ up 构建并启动。",
                        service.module() + " is not built; ./shequ up builds and starts it."));
            }
        }
    }

    /** All taken ports at once, so that nobody has to try eight times. */
    private static void requirePorts(UpOptions options, Speech speech) throws CannotStart {
        List<String> taken = new ArrayList<>();
        options.servicePorts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> !FreePort.isFree(entry.getValue()))
                .forEach(entry -> taken.add(taken(
                        speech,
                        entry.getValue(),
                        entry.getKey().nameZh(),
                        entry.getKey().id(),
                        entry.getKey().name())));
        options.partPorts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> !FreePort.isFree(entry.getValue()))
                .forEach(entry -> taken.add(taken(
                        speech,
                        entry.getValue(),
                        name(entry.getKey()),
                        name(entry.getKey()),
                        entry.getKey().name())));
        if (!taken.isEmpty()) {
            throw new CannotStart(String.join("\n", taken));
        }
    }

    private static String taken(Speech speech, int port, String zh, String en, String process) {
        String change = UpOptions.variable(process) + "=" + (port + 10_000) + " ./shequ up";
        return speech.in(
                "端口 " + port + "（" + zh + "）已被别的程序占用。可换一个端口：" + change,
                "Port " + port + " (" + en + ") is taken by another program. To use another port: " + change);
    }

    private static String name(Part part) {
        return switch (part) {
            case POSTGRES -> "PostgreSQL";
            case KAFKA -> "Kafka";
            case ISSUER -> "OIDC";
        };
    }

    private static void requireMemory(Speech speech, Machine machine) throws CannotStart {
        long available = machine.availableMegabytes();
        if (available < NEEDED_MEGABYTES) {
            throw new CannotStart(speech.in(
                    "内存不足：需要约 " + NEEDED_MEGABYTES + " MB，现有 " + available + " MB。请关闭一些程序后再试。",
                    "Memory is short: about " + NEEDED_MEGABYTES + " MB are needed and " + available
                            + " MB are available. Close some programs and try again."));
        }
    }
}
