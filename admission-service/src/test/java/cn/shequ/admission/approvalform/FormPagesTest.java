package cn.shequ.admission.approvalform;

import static cn.shequ.admission.approvalform.FilledForm.community;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The form as a PDF that is read again. */
@Tag("art-4")
class FormPagesTest {

    private static final ZonedDateTime MOMENT =
            ZonedDateTime.of(2026, 11, 28, 22, 30, 0, 0, ZoneId.of("Asia/Shanghai"));

    /** No more of them is ever printed, whatever is applied for. */
    private static final int MOST_PAGES = 60;

    /** What stands below one part of a text and above the next. */
    private static final String BETWEEN_PAGES =
            "社区工作准入审批表（续页）|申请编号：[0-9a-f-]{36}" + "|验证码：[0-9A-Z-]{23}打印时间：[^）]*）|第\\d+页共\\d+页|授权内容";

    private static Typefaces typefaces;

    private final VerificationCode code = VerificationCode.drawn(new Random());
    private final FilledForm form = new FilledForm();

    @BeforeAll
    static void readOnce() throws IOException {
        typefaces = Typefaces.read();
    }

    private byte[] print() {
        try {
            return FormPages.print(ApprovalForm.of(form.facts()), code, MOMENT, typefaces);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyFieldStandsOnIt() {
        byte[] pdf = print();
        assertThat(ReadPdf.words(pdf))
                .contains("社区工作准入审批表", "申请编号：" + FilledForm.ID, "第1轮第7版", "已签批，准予进入社区")
                .contains("南关区卫生健康局（演示）", "11220102DEM000014K", "老年人健康体检登记", "公共卫生")
                .contains("《中华人民共和国基本医疗卫生与健康促进法》", "65岁及以上常住居民", "通知、登记，不得收费")
                .contains("2026年2月1日至2027年12月31日（含当日）", "每个社区每年约120小时")
                .contains("共2个：演示001001社区（220102001001）、演示001002社区（220102001002）。")
                .contains("120小时，每小时25元", "各社区（2个）", "2500.50", "6000.50", "2027年3月31日", "总计23001.00元")
                .contains("南关区社区建设工作领导小组", "同级领导小组", "可以表决4人，已表决3人：赞成3票，反对0票，弃权0票")
                .contains("人员编号" + FilledForm.RECUSED, "申请单位负责人的近亲属", "主要领导的代理人", "2026年1月14日")
                .contains("长办发〔2011〕39号第四条", "admission.quorum@1", "admission.votes-for-above@1")
                .contains("/api/admission/v1/approval-form-verifications/验证码")
                .contains("打印时间：2026年11月28日22:30（北京时间）", "第1页共2页", "第2页共2页");
        assertThat(ReadPdf.code(pdf)).isEqualTo(code.grouped());
    }

    @Test
    void aLocalRuleIsPrintedWithItsDivision() {
        form.reviewRule = "admission.review-within@1/220102000000";
        assertThat(ReadPdf.words(print())).contains("admission.review-within@1/220102000000、admission.quorum@1、");
    }

    @Test
    void isTheSameFileForTheSameContentAndMoment() {
        assertThat(print()).isEqualTo(print()).hasSizeLessThan(150_000);
    }

    @Test
    void saysItsTitleAndLanguageAndBringsItsFontsAlong() {
        ReadPdf.ask(print(), document -> {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("社区工作准入审批表");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(fonts(document)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC-(Regular|Bold)");
            });
            return document;
        });
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    @Test
    void longTextsAndManyCommunitiesGoOnOnTheNextPagesAndNothingIsCutOff() {
        List<String> sentences =
                IntStream.range(0, 400).mapToObj("（第%03d项）通知。"::formatted).toList();
        form.content = String.join("", sentences) + "https://example.org/" + "x".repeat(300);
        form.communities = 200;
        byte[] pdf = print();

        assertThat(ReadPdf.words(pdf).replaceAll(BETWEEN_PAGES, ""))
                .contains(String.join("", sentences), "x".repeat(300))
                .contains(IntStream.range(0, 200)
                        .mapToObj(number -> community(number).value())
                        .toList());
        assertThat(ReadPdf.words(pdf).split("进入社区名单（共200个）", -1)).hasSizeGreaterThan(3);
        assertThat(ReadPdf.places(pdf)).isNotEmpty().allSatisfy(place -> {
            assertThat(place.getX()).isGreaterThan(45);
            assertThat(place.getX() + place.getWidth()).isLessThan(595 - 45);
            assertThat(place.getY()).isBetween(50f, 842f - 35);
        });
    }

    @Test
    void howManyPagesItHasIsBounded() {
        form.communities = 5_000;
        form.funding = IntStream.range(0, 2_000)
                .mapToObj(number -> FilledForm.year(community(number), 2026, "1.00"))
                .toList();
        byte[] pdf = print();
        assertThat(ReadPdf.pages(pdf)).isBetween(20, MOST_PAGES);
        assertThat(ReadPdf.words(pdf)).contains("共5000个，列出前1000个，其余以登记为准", "共2000项，列出前500项，其余以登记为准");
    }

    @Test
    void aCharacterThatTheFontLacksIsMarkedAndLeavesTheOthersAlone() {
        form.title = "体检\uD83D\uDC4D\uFE0F登记\uD842\uDFB7完\tfi\u200B";
        String unpaired = "前\uD842后";
        form.content = unpaired;
        assertThat(ReadPdf.words(print())).contains("体检〓登记〓完fi", "前〓后");
    }

    @Test
    void noLineBeginsWithPunctuationThatEndsASentence() throws IOException {
        try (PDDocument document = new PDDocument()) {
            FormFont font = new FormFont(document, typefaces.regular());
            String text = "通知并登记，".repeat(30) + "（完）。";
            for (float width = 60; width < 130; width += 7) {
                List<String> lines = font.lines(text, width, 10);
                assertThat(lines)
                        .noneMatch(line -> line.startsWith("，") || line.startsWith("。") || line.startsWith("）"));
                assertThat(lines).noneMatch(line -> line.endsWith("（"));
                assertThat(lines.stream().collect(Collectors.joining())).isEqualTo(text);
            }
        }
    }
}
