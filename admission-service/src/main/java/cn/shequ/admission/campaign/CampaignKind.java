package cn.shequ.admission.campaign;

import cn.shequ.events.admission.AwardKind;

/** What a campaign wants communities to become (Art. 30). */
public enum CampaignKind {
    /** 和谐社区建设. */
    HARMONIOUS(AwardKind.HARMONIOUS_COMMUNITY),
    /** 文明社区建设. */
    CIVILISED(AwardKind.CIVILISED_COMMUNITY),
    /** 平安社区建设. */
    SAFE(AwardKind.SAFE_COMMUNITY),
    /** 幸福社区建设. */
    HAPPY(AwardKind.HAPPY_COMMUNITY);

    private final AwardKind title;

    CampaignKind(AwardKind title) {
        this.title = title;
    }

    AwardKind title() {
        return title;
    }
}
