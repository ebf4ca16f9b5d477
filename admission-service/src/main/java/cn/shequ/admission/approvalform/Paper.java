package cn.shequ.admission.approvalform;

import java.awt.Color;
import java.io.IOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Pages of A4, drawn on from top to bottom. All lengths are points. */
final class Paper {

    static final float WIDTH = 499;

    private static final float LEFT = (PDRectangle.A4.getWidth() - WIDTH) / 2;
    private static final float TOP = PDRectangle.A4.getHeight() - 76;
    private static final float HEIGHT = 706;
    private static final float ABOVE = TOP + 10;
    private static final float BELOW = TOP - HEIGHT - 20;
    private static final float LINE = 0.6f;
    private static final Color SHADE = new Color(0xF2, 0xF2, 0xF2);

    private final PDDocument document;
    private @Nullable PDPageContentStream page;
    private float down;

    Paper(PDDocument document) {
        this.document = document;
    }

    /** How much of the page is left. */
    float left() {
        return HEIGHT - down;
    }

    void turn() throws IOException {
        close();
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        page.setLineWidth(LINE);
        down = 0;
    }

    void advance(float height) {
        down += height;
    }

    /** A box from here downwards. */
    void box(float x, float width, float height, boolean shaded) throws IOException {
        PDPageContentStream canvas = Objects.requireNonNull(page);
        float bottom = TOP - down - height;
        if (shaded) {
            canvas.setNonStrokingColor(SHADE);
            canvas.addRect(LEFT + x, bottom, width, height);
            canvas.fill();
            canvas.setNonStrokingColor(Color.BLACK);
        }
        canvas.addRect(LEFT + x, bottom, width, height);
        canvas.stroke();
    }

    /** A text whose base line is so far below here. */
    void write(String text, FormFont font, float size, float x, float below) throws IOException {
        write(Objects.requireNonNull(page), text, font, size, LEFT + x, TOP - down - below);
    }

    /** Ends the last page; from here on only margins are written. */
    void close() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    /** A line above the boxes of a page, or below them. */
    void margin(int number, boolean above, String left, String right, FormFont font, float size) throws IOException {
        float y = above ? ABOVE : BELOW;
        try (PDPageContentStream canvas =
                new PDPageContentStream(document, document.getPage(number), AppendMode.APPEND, true, true)) {
            write(canvas, left, font, size, LEFT, y);
            write(canvas, right, font, size, LEFT + WIDTH - font.width(right, size), y);
        }
    }

    private static void write(PDPageContentStream canvas, String text, FormFont font, float size, float x, float y)
            throws IOException {
        canvas.beginText();
        canvas.setFont(font.font(), size);
        canvas.newLineAtOffset(x, y);
        canvas.showText(text);
        canvas.endText();
    }
}
