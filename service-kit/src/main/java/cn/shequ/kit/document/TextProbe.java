package cn.shequ.kit.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Whether bytes that come in parts are text in a character set, from the first to the last. */
final class TextProbe {

    private static final int CHARACTERS_AT_A_TIME = 8_192;

    private final CharsetDecoder decoder;
    private final CharBuffer characters = CharBuffer.allocate(CHARACTERS_AT_A_TIME);
    private byte[] rest = {};
    private boolean text = true;

    TextProbe(Charset charset) {
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    void add(byte[] part, int length) {
        if (text) {
            byte[] bytes = new byte[rest.length + length];
            System.arraycopy(rest, 0, bytes, 0, rest.length);
            System.arraycopy(part, 0, bytes, rest.length, length);
            ByteBuffer left = ByteBuffer.wrap(bytes);
            decode(left, false);
            rest = new byte[left.remaining()];
            left.get(rest);
        }
    }

    boolean isText() {
        if (text) {
            decode(ByteBuffer.wrap(rest), true);
        }
        return text;
    }

    private void decode(ByteBuffer bytes, boolean end) {
        CoderResult result;
        do {
            characters.clear();
            result = decoder.decode(bytes, characters, end);
            characters.flip();
            text = !result.isError() && characters.chars().noneMatch(TextProbe::isNoText);
        } while (text && result.isOverflow());
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character)
                && character != '\t'
                && character != '\n'
                && character != '\r'
                && character != '\f';
    }
}
