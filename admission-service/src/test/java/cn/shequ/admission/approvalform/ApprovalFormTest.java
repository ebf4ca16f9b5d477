package cn.shequ.admission.approvalform;

import static cn.shequ.admission.approvalform.FilledForm.LEADER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.admission.task.FormAttachment;
import cn.shequ.admission.task.TaskStage;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a form says, without the paper. */
@Tag("art-4")
@Tag("art-5")
class ApprovalFormTest {

    private static FormSheet sheet(Consumer<FilledForm> change) {
        FilledForm form = new FilledForm();
        change.accept(form);
        return ApprovalForm.of(form.facts());
    }

    private static String words(Consumer<FilledForm> change) {
        FormSheet sheet = sheet(change);
        return Stream.concat(sheet.sections().stream(), sheet.annexes().stream())
                .flatMap(FormSection::cells)
                .map(cell -> cell.text() + "\n" + cell.closing())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theSameContentHasTheSameDigestAndNoOther() {
        String digest = sheet(form -> {}).digest();
        assertThat(sheet(form -> {}).digest()).isEqualTo(digest).matches("[0-9a-f]{64}");
        assertThat(Stream.<Consumer<FilledForm>>of(
                                form -> form.title = "x",
                                form -> form.content = "x",
                                form -> form.communities = 1,
                                form -> form.funding = List.of(FilledForm.year(null, 2026, "1.00")),
                                form -> form.stage = TaskStage.ACCEPTED)
                        .map(change -> sheet(change).digest()))
                .doesNotContain(digest)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyStageHasItsOpinionAndSignature() {
        assertThat(words(form -> form.stage = TaskStage.SUBMITTED)).contains("待受理", "尚未审定。", "尚未签批。", "签字：");
        assertThat(words(form -> form.stage = TaskStage.RETURNED)).contains("退回修改：请补充工作量说明（2026年1月12日）");
        assertThat(words(form -> form.stage = TaskStage.SIGNED))
                .contains("经表决，同意", "2026年1月13日审定", "主要领导的代理人（人员编号" + LEADER + "）已在系统签批\n2026年1月14日");
        assertThat(words(form -> form.stage = TaskStage.SIGNATURE_REFUSED))
                .contains("不予签批：经费测算依据不足", "2026年1月12日")
                .doesNotContain("准予进入社区");
    }

    @Test
    void aDayInAYearThatIsNotAnnouncedIsPrintedAsProvisional() {
        assertThat(words(form -> form.provisional = true)).contains("2026年2月2日（该年度节假日安排公布前暂定）");
        assertThat(words(form -> {})).contains("2026年2月2日").doesNotContain("暂定");
    }

    @Test
    void onlyVotesOfThePresentRoundAreShown() {
        assertThat(words(form -> {})).contains("member-1、member-2、member-3。").doesNotContain("an-earlier-round");
    }

    @Test
    void whatLiesOutsideTheSixteenDomainsSaysOnWhatGrounds() {
        assertThat(words(form -> form.grounds = "防汛应急"))
                .contains("例外事由\n\n防汛应急")
                .doesNotContain("工作领域");
    }

    @Test
    void attachmentsAreNamedWithTheBeginningOfTheirDigests() {
        assertThat(words(form -> {})).doesNotContain("附件");
        assertThat(words(form -> form.attachments = List.of(
                        new FormAttachment("经费测算表", "0123456789abcdef".repeat(4)),
                        new FormAttachment("文件依据", "f".repeat(64)))))
                .contains("附件\n\n1. 经费测算表（SHA-256 0123456789abcdef……）\n2. 文件依据（SHA-256 ffffffffffffffff……）");
    }

    @Test
    void manyCommunitiesAndLinesAreCountedInTheFormAndListedBehindIt() {
        assertThat(sheet(form -> {}).annexes()).isEmpty();
        String words = words(form -> {
            form.communities = FormCommunities.IN_FORM + 1;
            form.funding = Stream.iterate(0, i -> i + 1)
                    .limit(FormFundingTable.IN_FORM + 1)
                    .map(i -> FilledForm.year(FilledForm.community(i), 2026, "0.00"))
                    .toList();
        });
        assertThat(words).contains("共13个，名单见附页。", "附页　进入社区名单（共13个）", "共13项，见附页。", "总计45500.00元。");
    }
}
