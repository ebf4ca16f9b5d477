package cn.shequ.kit.verify;

import cn.shequ.kit.merkle.NoteKey;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final boolean chinese;
    private final PrintStream out;

    Verify(boolean chinese, PrintStream out) {
        this.chinese = chinese;
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new Verify(isChinese(System.getenv()), out).run(List.of(arguments)));
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

    int run(List<String> arguments) {
        List<String> bundles = arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        List<String> options =
                arguments.stream().filter(argument -> argument.startsWith("--")).toList();
        if (bundles.size() != 1 || options.stream().anyMatch(option -> !option.startsWith(KEY))) {
            say(
                    "用法：./shequ verify <导出目录或 zip 文件> [--key=公钥或其文件]",
                    "Usage: ./shequ verify <directory or zip file of the export> [--key=<key or its file>]");
            return UNREADABLE;
        }
        Path path = Path.of(bundles.getFirst());
        try (Bundle bundle = Bundle.open(path)) {
            NoteKey key = options.isEmpty() ? null : key(options.getLast().substring(KEY.length()));
            return tell(new Verification(bundle, key, this::progress).run());
        } catch (IOException | IllegalArgumentException unreadable) {
            say("无法读取导出包：" + unreadable.getMessage(), "The bundle cannot be read: " + unreadable.getMessage());
            return UNREADABLE;
        }
    }

    private static @Nullable NoteKey key(String given) throws IOException {
        return NoteKey.parse(given.contains("+") ? given : Files.readString(Path.of(given)));
    }

    private void progress(long events) {
        say("已核对 " + events + " 条……", events + " events checked …");
    }

    private int tell(Finding finding) {
        switch (finding) {
            case Finding.Sound sound -> sound(sound);
            case Finding.Altered altered ->
                say(
                        "第 " + altered.sequence() + " 号事件与签名的记录不符：内容被改动。",
                        "Event " + altered.sequence() + " is not what was signed: it was altered.");
            case Finding.Missing missing ->
                say(
                        "事件到第 " + missing.sequence() + " 号之前中断：其后的事件缺失。",
                        "The events end before number " + missing.sequence() + ": the rest is missing.");
            case Finding.Surplus surplus ->
                say(
                        "检查点只签到第 " + (surplus.sequence() - 1) + " 号，其后还有多出的行。",
                        "The checkpoint covers " + surplus.sequence() + " events, and there are more lines than that.");
            case Finding.RootDiffers root ->
                say(
                        "哈希树瓦片得出的根 " + root.computed() + " 与签名的根 " + root.signed() + " 不同。",
                        "The tiles give the root " + root.computed() + ", and " + root.signed() + " was signed.");
            case Finding.NotSigned notSigned ->
                say(
                        "检查点没有此公钥的有效签名：" + notSigned.key(),
                        "The checkpoint has no valid signature of this key: " + notSigned.key());
        }
        return finding instanceof Finding.Sound ? SOUND : NOT_SOUND;
    }

    private void sound(Finding.Sound sound) {
        say(
                "完好：" + sound.events() + " 条事件与检查点一致，编号无缺"
                        + (sound.redacted() > 0 ? "（其中 " + sound.redacted() + " 条仅有哈希）。" : "。"),
                "Sound: " + sound.events() + " events agree with the checkpoint and none is missing"
                        + (sound.redacted() > 0 ? " (of " + sound.redacted() + " only the hash is given)." : "."));
        if (!sound.signedByKnownKey()) {
            say(
                    "未核对签名：请用 --key= 给出从其他途径得到的公钥。",
                    "The signature was not checked: give the key, known from elsewhere, as --key=.");
        }
    }

    private void say(String zh, String en) {
        out.println(chinese ? zh : en);
    }
}
