package cn.shequ.localstack.flow;

import cn.shequ.localstack.issuer.PasswordTokens;
import cn.shequ.localstack.up.MainFlow.MainFlowFailed;
import cn.shequ.localstack.up.MainFlow.Stage;
import cn.shequ.localstack.up.Speech;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code ./shequ flow}: the main flow on a suite that runs elsewhere, with the demonstration persons of its issuer. */
public final class PlayFlow {

    private static final Set<String> OPTIONS = Set.of("home", "gateway", "issuer", "kafka", "data");

    private PlayFlow() {}

    public static void main(String[] arguments) throws IOException {
        Speech speech = Speech.toTerminal(System.getenv());
        try {
            new ChangchunFlow().play(stage(options(arguments), speech));
        } catch (IllegalArgumentException e) {
            speech.print(String.valueOf(e.getMessage()));
            System.exit(2);
        } catch (MainFlowFailed | UncheckedIOException e) {
            if (e.getCause() instanceof ConnectException) {
                speech.say("网关没有应答；其地址由 --gateway= 指定。", "No gateway answers there; --gateway= says where it is.");
            } else {
                speech.say("演示流程失败：" + e.getMessage(), "The main flow failed: " + e.getMessage());
            }
            System.exit(1);
        }
    }

    private static Stage stage(Map<String, String> options, Speech speech) throws IOException {
        URI gateway = URI.create(options.getOrDefault("gateway", "http://127.0.0.1:8080"));
        URI issuer = URI.create(options.getOrDefault("issuer", gateway + "/realms/shequ"));
        Path home = Path.of(options.getOrDefault("home", "")).toAbsolutePath();
        String data = options.get("data");
        // What a story found belongs to the suite that it was played on.
        Path directory = data != null
                ? Path.of(data)
                : home.resolve("data/flow-" + gateway.getAuthority().replace(':', '-'));
        return new Stage(
                gateway,
                new PasswordTokens(issuer),
                options.get("kafka"),
                home,
                Files.createDirectories(directory.toAbsolutePath()),
                speech);
    }

    static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = argument.startsWith("--") && equals > 0 ? argument.substring(2, equals) : "";
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException("unknown option: " + argument + " (./shequ flow --help)");
            }
            options.put(name, argument.substring(equals + 1));
        }
        return options;
    }
}
