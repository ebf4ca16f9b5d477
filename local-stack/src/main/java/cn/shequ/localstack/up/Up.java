package cn.shequ.localstack.up;

import cn.shequ.localstack.up.MainFlow.MainFlowFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The launcher behind {@code ./shequ up}, {@code ./shequ stop} and {@code ./shequ bench startup}. */
public final class Up {

    private static final int FAILED = 1;
    private static final int CANNOT_START = 2;

    private final UpOptions options;
    private final Speech speech;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Up(UpOptions options, Speech speech) {
        this.options = options;
        this.speech = speech;
    }

    public static void main(String[] arguments) {
        Speech speech = Speech.toTerminal(System.getenv());
        int status;
        try {
            List<String> given = List.of(arguments);
            boolean stop = given.contains("--stop");
            UpOptions options = UpOptions.parse(
                    given.stream()
                            .filter(argument -> !argument.equals("--stop"))
                            .toList(),
                    System.getenv());
            status = stop ? stop(options, speech) : new Up(options, speech).run();
        } catch (CannotStart e) {
            speech.print(String.valueOf(e.getMessage()));
            status = CANNOT_START;
        } catch (IOException e) {
            speech.say("启动失败：" + e.getMessage(), "It did not start: " + e.getMessage());
            status = FAILED;
        }
        System.exit(status);
    }

    private static int stop(UpOptions options, Speech speech) throws IOException {
        List<String> stopped = EarlierRun.stopAll(options.data());
        if (stopped.isEmpty()) {
            speech.say("没有正在运行的进程。", "Nothing is running.");
        } else {
            speech.say("已停止：" + String.join("、", stopped), "Stopped: " + String.join(", ", stopped));
        }
        return 0;
    }

    private int run() throws IOException, CannotStart {
        Path cluster = options.data().resolve("postgres");
        boolean newData = !Files.exists(cluster);
        EarlierRun earlier = EarlierRun.takeOver(options.data(), speech);
        try {
            Preconditions.check(options, speech, Machine.here());
            logToFile();
        } catch (CannotStart e) {
            earlier.close();
            throw e;
        }
        Suite suite = new Suite(options, speech);
        // From here on, whatever ends this JVM stops what it started.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, earlier), "stop-suite"));
        try {
            suite.start();
        } catch (IOException e) {
            if (suite.closing()) {
                return stayUntilStopped();
            }
            throw e;
        }
        return play(suite, newData);
    }

    private int play(Suite suite, boolean newData) {
        switch (options.purpose()) {
            case TRAIN -> {
                return 0;
            }
            case MEASURE -> {
                Measurement.print(suite, speech);
                return 0;
            }
            case PLAY_ONCE -> {
                return playMainFlow(suite) ? 0 : FAILED;
            }
            case STAY -> {
                if (newData || isUnfinished()) {
                    playMainFlow(suite);
                }
            }
            case STAY_EMPTY -> {}
        }
        Guide.print(suite, options, speech);
        return stayUntilStopped();
    }

    private boolean isUnfinished() {
        return Files.exists(begun()) && !Files.exists(played());
    }

    private Path begun() {
        return options.data().resolve("main-flow.begun");
    }

    private Path played() {
        return options.data().resolve("main-flow.played");
    }

    /** False when it failed, which has been said. */
    private boolean playMainFlow(Suite suite) {
        try {
            MainFlow flow = ServiceLoader.load(MainFlow.class)
                    .findFirst()
                    .orElseThrow(() -> new MainFlowFailed("this build contains no main flow"));
            Files.writeString(begun(), "");
            Path files = Files.createDirectories(options.data().resolve("main-flow"));
            flow.play(new MainFlow.Stage(
                    suite.services().uri(SuiteService.GATEWAY),
                    suite.addresses().mint(),
                    suite.addresses().kafka(),
                    options.home(),
                    files,
                    speech));
            Files.writeString(played(), "");
            return true;
        } catch (MainFlowFailed | IOException e) {
            speech.say("演示流程失败：" + e.getMessage(), "The main flow failed: " + e.getMessage());
            return false;
        }
    }

    private int stayUntilStopped() {
        try {
            stopped.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private void stop(Suite suite, EarlierRun earlier) {
        if (options.purpose().stays()) {
            speech.say("正在停止……", "Stopping …");
        }
        try {
            suite.close();
            earlier.close();
        } catch (IOException e) {
            speech.say("停止时出错：" + e.getMessage(), "While stopping: " + e.getMessage());
        }
        stopped.countDown();
    }

    /** Kafka and PostgreSQL have much to say that nobody at the terminal asked for. */
    private void logToFile() throws IOException {
        Path logs = Files.createDirectories(options.data().resolve("logs"));
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        FileHandler file = new FileHandler(logs.resolve("infrastructure.log").toString(), true);
        file.setFormatter(new SimpleFormatter());
        root.addHandler(file);
        root.setLevel(Level.WARNING);
    }
}
