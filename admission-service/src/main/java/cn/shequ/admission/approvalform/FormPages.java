package cn.shequ.admission.approvalform;

import cn.shequ.admission.approvalform.FormCell.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Draws a form, row by row; what does not fit on a page goes on on the next one. */
final class FormPages {

    /** From one line to the next, in points. */
    private static final float LEADING = 15;

    /** How far above the bottom of its line a text of size 1 stands. */
    private static final float DESCENT = 0.12f;

    /** A row up to this height is not divided. */
    private static final float KEPT_WHOLE = 12 * LEADING;

    /** With fewer lines a row does not begin at the bottom of a page. */
    private static final int LEAST_LINES = 3;

    private static final float TITLE = 20;
    private static final float MARGIN = 8.5f;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private final PDDocument document;
    private final Paper paper;
    private final FormFont regular;
    private final FormFont bold;

    private FormPages(PDDocument document, Typefaces typefaces) throws IOException {
        this.document = document;
        this.paper = new Paper(document);
        this.regular = new FormFont(document, typefaces.regular());
        this.bold = new FormFont(document, typefaces.bold());
    }

    /** The form as PDF; the same words, code and minute give the same bytes. */
    static byte[] print(FormSheet sheet, VerificationCode code, ZonedDateTime printedAt, Typefaces typefaces)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            describe(document, sheet, printedAt);
            FormPages pages = new FormPages(document, typefaces);
            pages.draw(sheet, code);
            pages.number(sheet, code, printedAt);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void describe(PDDocument document, FormSheet sheet, ZonedDateTime printedAt) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(sheet.title());
        information.setSubject(sheet.number());
        information.setCreationDate(GregorianCalendar.from(printedAt));
        document.setDocumentId(printedAt.toEpochSecond());
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private void draw(FormSheet sheet, VerificationCode code) throws IOException {
        paper.turn();
        float left = Paper.WIDTH - bold.width(sheet.title(), TITLE);
        paper.write(sheet.title(), bold, TITLE, left / 2, TITLE);
        paper.advance(2 * TITLE);
        for (FormSection section : sheet.sections()) {
            draw(section);
        }
        draw(ApprovalForm.verification(code));
        for (FormSection annex : sheet.annexes()) {
            draw(annex);
        }
        paper.close();
    }

    private void draw(FormSection section) throws IOException {
        if (section.onNewPage()) {
            paper.turn();
        }
        for (FormRow row : section.heading()) {
            draw(row, List.of());
        }
        for (FormRow row : section.rows()) {
            draw(row, section.heading());
        }
    }

    private void draw(FormRow row, List<FormRow> heading) throws IOException {
        List<FormBox> boxes = boxes(row);
        int lines = boxes.stream().mapToInt(box -> box.lines().size()).max().orElseThrow();
        int drawn = 0;
        while (drawn < lines) {
            int room = (int) ((paper.left() - 2 * FormBox.PADDING) / LEADING);
            int rest = lines - drawn;
            int wanted = row.leads() ? rest + LEAST_LINES : rest;
            if (wanted > room && (height(rest) <= KEPT_WHOLE || room < LEAST_LINES)) {
                turn(heading);
                continue;
            }
            int part = Math.min(rest, room);
            draw(boxes, drawn, part);
            drawn += part;
        }
    }

    private void turn(List<FormRow> heading) throws IOException {
        paper.turn();
        for (FormRow row : heading) {
            draw(row, List.of());
        }
    }

    private List<FormBox> boxes(FormRow row) throws IOException {
        List<FormBox> boxes = new ArrayList<>();
        for (FormCell cell : row.cells()) {
            FormFont font = cell.style().bold() ? bold : regular;
            boxes.add(FormBox.of(cell, font, cell.span() * Paper.WIDTH / FormRow.COLUMNS));
        }
        return boxes;
    }

    private static float height(int lines) {
        return lines * LEADING + 2 * FormBox.PADDING;
    }

    private void draw(List<FormBox> boxes, int from, int count) throws IOException {
        float x = 0;
        for (FormBox box : boxes) {
            Style style = box.cell().style();
            paper.box(x, box.width(), height(count), style.shaded());
            List<FormBox.Line> lines = box.part(from, count);
            float bottom = FormBox.PADDING + (count - lines.size()) * LEADING / 2;
            for (FormBox.Line line : lines) {
                bottom += LEADING;
                float raised = (LEADING - style.size()) / 2 + DESCENT * style.size();
                paper.write(line.text(), box.font(), style.size(), x + box.indent(line), bottom - raised);
            }
            x += box.width();
        }
        paper.advance(height(count));
    }

    /** What stands on every page: of which form it is one, and by what it can be checked. */
    private void number(FormSheet sheet, VerificationCode code, ZonedDateTime printedAt) throws IOException {
        int pages = document.getNumberOfPages();
        String number = "申请编号：" + sheet.number();
        String print = "验证码：" + code.grouped() + "　　打印时间：" + MINUTE.format(printedAt) + "（北京时间）";
        for (int page = 0; page < pages; page++) {
            String title = page == 0 ? "" : sheet.title() + "（续页）";
            paper.margin(page, true, title, number, regular, MARGIN);
            paper.margin(page, false, print, "第" + (page + 1) + "页　共" + pages + "页", regular, MARGIN);
        }
    }
}
