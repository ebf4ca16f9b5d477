package cn.shequ.localstack.up;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A terminal whose words can be read back. */
final class Told {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    Speech inEnglish() {
        return new Speech(false, stream);
    }

    Speech inChinese() {
        return new Speech(true, stream);
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
