package cn.shequ.localstack.up;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What is said to the person at the terminal, in Chinese or English. Both sentences stand side by side in the code,
 * so that none is forgotten.
 */
public final class Speech {

    private final boolean chinese;
    private final PrintStream out;

    public Speech(boolean chinese, PrintStream out) {
        this.chinese = chinese;
        this.out = out;
    }

    /** To standard output, in UTF-8, in the language that LC_ALL, LC_MESSAGES or LANG names. */
    public static Speech toTerminal(Map<String, String> environment) {
        PrintStream utf8 = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return new Speech(isChinese(environment), utf8);
    }

    static boolean isChinese(Map<String, String> environment) {
        for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                return value.toLowerCase(Locale.ROOT).startsWith("zh");
            }
        }
        return false;
    }

    public boolean chinese() {
        return chinese;
    }

    /** Says one line. */
    public void say(String zh, String en) {
        out.println(in(zh, en));
    }

    /** The one of the two sentences that the reader understands. */
    public String in(String zh, String en) {
        return chinese ? zh : en;
    }

    /** Says a line that is the same in every language. */
    public void print(String line) {
        out.println(line);
    }
}
