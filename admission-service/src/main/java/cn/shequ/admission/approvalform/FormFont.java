package cn.shequ.admission.approvalform;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A typeface in one document: measures texts and breaks them into lines by the rules of Chinese. */
final class FormFont {

    /** 〓, by which printers mark a character that they do not have. */
    private static final int MISSING = 0x3013;

    private static final int FIRST_VARIATION_SELECTOR = 0xFE00;
    private static final int LAST_VARIATION_SELECTOR = 0xFE0F;

    private final PDFont font;
    private final CmapLookup glyphs;

    FormFont(PDDocument document, TrueTypeFont typeface) throws IOException {
        this.font = PDType0Font.load(document, typeface, true);
        this.glyphs = typeface.getUnicodeCmapLookup();
    }

    PDFont font() {
        return font;
    }

    /** How wide a printable text is, in points. */
    float width(String printable, float size) throws IOException {
        return font.getStringWidth(printable) / 1000 * size;
    }

    /** The text without what cannot be printed; a character that the font lacks is not left out but marked. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().filter(character -> !isInvisible(character)).forEach(character -> {
            int shown = Character.isISOControl(character) ? ' ' : character;
            printable.appendCodePoint(glyphs.getGlyphId(shown) == 0 ? MISSING : shown);
        });
        return printable.toString();
    }

    /** What only tells how its neighbours are to be shown. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT
                || character >= FIRST_VARIATION_SELECTOR && character <= LAST_VARIATION_SELECTOR;
    }

    /** The lines of a text in a column; one at least. */
    List<String> lines(String text, float width, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\\R", -1)) {
            wrap(printable(paragraph), width, size, lines);
        }
        return lines;
    }

    private void wrap(String paragraph, float width, float size, List<String> lines) throws IOException {
        StringBuilder line = new StringBuilder();
        float used = 0;
        for (String piece : pieces(paragraph, width, size)) {
            if (used + width(piece.stripTrailing(), size) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
            }
            line.append(piece);
            used += width(piece, size);
        }
        lines.add(line.toString().stripTrailing());
    }

    /** Between two pieces a line may end; what is longer than a line, such as an address, ends anywhere. */
    private List<String> pieces(String paragraph, float width, float size) throws IOException {
        List<String> pieces = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.SIMPLIFIED_CHINESE);
        breaks.setText(paragraph);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String piece = paragraph.substring(start, end);
            if (width(piece, size) <= width) {
                pieces.add(piece);
            } else {
                piece.codePoints().mapToObj(Character::toString).forEach(pieces::add);
            }
            start = end;
        }
        return pieces;
    }
}
