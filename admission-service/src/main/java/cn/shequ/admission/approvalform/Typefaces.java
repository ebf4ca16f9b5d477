package cn.shequ.admission.approvalform;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The two weights of Noto Sans SC, ten megabytes each; of which a print embeds the characters that it shows. */
record Typefaces(TrueTypeFont regular, TrueTypeFont bold) {

    static Typefaces read() throws IOException {
        return new Typefaces(read("Regular"), read("Bold"));
    }

    private static TrueTypeFont read(String weight) throws IOException {
        String file = "/fonts/ttf/NotoSansSC/NotoSansSC-" + weight + ".ttf";
        try (InputStream in = Typefaces.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Ligatures of Latin letters have no character of their own: who copies the text would miss them.
            font.setEnableGsub(false);
            return font;
        }
    }
}
