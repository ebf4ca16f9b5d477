package cn.shequ.kit.verify;

import cn.shequ.kit.merkle.NoteKey;
import cn.shequ.kit.merkle.SignedNote;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The offline verifier behind {@code ./shequ verify}. Ends with 0 when the bundle is sound, with 1 when it is not, with
 * 2 when it cannot be read.
 */
public final class Verify {

    private static final int SOUND = 0;
    private static final int NOT_SOUND = 1;
    private static final int UNREADABLE = 2;
    private static final String KEY = "--key=";
    private static final String SINCE = "--since=";

    private final Telling telling;
    private final LongConsumer progress;

    /**
     * @param out where findings are said
     * @param progress told how many events were checked, again and again
     */
    public Verify(boolean chinese, PrintStream out, LongConsumer progress) {
        this.telling = new Telling(chinese, out);
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new Verify(isChinese(System.getenv()), out, progress()).run(List.of(arguments)));
    }

    /** Only for somebody who watches, and never among what is said. */
    private static LongConsumer progress() {
        Console console = System.console();
        return console != null && console.isTerminal() ? events -> System.err.printf("%,d …\r", events) : events -> {};
    }

    private static boolean isChinese(Map<String, String> environment) {
        for (String variable : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                return value.toLowerCase(Locale.ROOT).startsWith("zh");
            }
        }
        return false;
    }

    /** Returns 0 when the bundle is sound, 1 when it is not, 2 when it cannot be read. */
    public int run(List<String> arguments) {
        List<String> bundles = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        String since = null;
        for (String argument : arguments) {
            if (argument.startsWith(KEY)) {
                keys.add(argument.substring(KEY.length()));
            } else if (argument.startsWith(SINCE)) {
                since = argument.substring(SINCE.length());
            } else {
                bundles.add(argument);
            }
        }
        if (bundles.size() != 1 || bundles.getFirst().startsWith("--")) {
            telling.usage();
            return UNREADABLE;
        }
        try (Bundle bundle = Bundle.open(Path.of(bundles.getFirst()))) {
            Report report = new Verification(bundle, keys(keys), note(since), progress).run();
            telling.tell(report);
            return report.findings().none() ? SOUND : NOT_SOUND;
        } catch (IOException | IllegalArgumentException unreadable) {
            telling.unreadable(unreadable);
            return UNREADABLE;
        }
    }

    /** Each is a key's text, or a file with one a line. */
    private static List<NoteKey> keys(List<String> given) throws IOException {
        List<NoteKey> keys = new ArrayList<>();
        for (String each : given) {
            String text = each.contains("+") ? each : Files.readString(Path.of(each));
            text.lines().filter(line -> !line.isBlank()).map(NoteKey::parse).forEach(keys::add);
        }
        return keys;
    }

    private static @Nullable SignedNote note(@Nullable String file) throws IOException {
        return file == null ? null : SignedNote.parse(Files.readString(Path.of(file)));
    }
}
