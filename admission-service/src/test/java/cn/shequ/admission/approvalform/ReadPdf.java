package cn.shequ.admission.approvalform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A print as a reader sees it. */
final class ReadPdf {

    private static final Pattern CODE = Pattern.compile("验证码：?\\s*([0-9A-Z]{5}(?:-[0-9A-Z]{5}){3})");

    private ReadPdf() {}

    /** What one looks for in a document. */
    interface Question<T> {
        T answer(PDDocument document) throws IOException;
    }

    static <T> T ask(byte[] pdf, Question<T> question) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return question.answer(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All words, one after another: where a line ends does not matter. */
    static String words(byte[] pdf) {
        return ask(pdf, document -> new PDFTextStripper().getText(document)).replaceAll("\\s|　", "");
    }

    static int pages(byte[] pdf) {
        return ask(pdf, PDDocument::getNumberOfPages);
    }

    static String code(byte[] pdf) {
        Matcher code = CODE.matcher(ask(pdf, document -> new PDFTextStripper().getText(document)));
        if (!code.find()) {
            throw new AssertionError("no code on the print");
        }
        return code.group(1);
    }

    /** Every character with its place. */
    static List<TextPosition> places(byte[] pdf) {
        List<TextPosition> places = new ArrayList<>();
        ask(
                pdf,
                document -> new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition place) {
                        places.add(place);
                    }
                }.getText(document));
        return places;
    }
}
