package cn.shequ.admission.campaign;

import cn.shequ.admission.AdmissionProblem;
import cn.shequ.admission.Counterpart;
import cn.shequ.admission.award.Award;
import cn.shequ.admission.award.AwardLife;
import cn.shequ.admission.award.AwardingOffice;
import cn.shequ.admission.award.Nominee;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.identity.Ids;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Jurisdiction;
import cn.shequ.kit.territory.Reach;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The office opens a campaign and reviews, the communities assess themselves; the points decide on the title (Art. 30). */
@ApplicationScoped
class CampaignDesk {

    private final Campaigns campaigns;
    private final CampaignEntries entries;
    private final AwardLife awards;
    private final AwardingOffice offices;
    private final Territory territory;
    private final Jurisdiction jurisdiction;
    private final Callers callers;
    private final Clock clock;

    CampaignDesk(
            Campaigns campaigns,
            CampaignEntries entries,
            AwardLife awards,
            AwardingOffice offices,
            Territory territory,
            Jurisdiction jurisdiction,
            Callers callers,
            Clock clock) {
        this.campaigns = campaigns;
        this.entries = entries;
        this.awards = awards;
        this.offices = offices;
        this.territory = territory;
        this.jurisdiction = jurisdiction;
        this.callers = callers;
        this.clock = clock;
    }

    Campaign open(NewCampaign asked) {
        offices.requireAboveSubdistricts(asked.division(), AdmissionProblem.CAMPAIGN_LEVEL);
        offices.require(asked.division());
        LocalDate today = LocalDate.now(clock);
        requirePossible(asked, today);
        Campaign campaign = new Campaign(
                Ids.next(),
                asked.kind(),
                asked.division(),
                asked.year(),
                asked.title(),
                asked.points(),
                asked.pointsRequired(),
                asked.assessBy(),
                callers.current().subject(),
                today,
                asked.numbered());
        if (!campaigns.add(campaign)) {
            throw Refusal.of(AdmissionProblem.CAMPAIGN_EXISTS)
                    .with("kind", asked.kind())
                    .with("division", asked.division())
                    .with("year", asked.year());
        }
        return campaign;
    }

    private static void requirePossible(NewCampaign asked, LocalDate today) {
        Refusal invalid = Refusal.of(HttpProblem.INVALID_REQUEST);
        if (asked.pointsRequired() > asked.points()) {
            invalid.at(FieldError.of("pointsRequired", "out-of-range", Map.of("least", 1, "most", asked.points())));
        }
        if (asked.assessBy().isBefore(today)) {
            invalid.at(FieldError.of("assessBy", "date-order"));
        }
        if (!invalid.errors().isEmpty()) {
            throw invalid;
        }
    }

    Campaign found(UUID id) {
        return campaigns.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    /** A community enters the campaign of its own division or of one above it. */
    EntryView assess(UUID campaignId, SelfAssessment assessment) {
        Campaign campaign = found(campaignId);
        DivisionCode community = ownCommunity();
        LocalDate today = LocalDate.now(clock);
        if (today.isAfter(campaign.assessBy())) {
            throw Refusal.of(AdmissionProblem.CAMPAIGN_CLOSED)
                    .with("required", campaign.assessBy())
                    .with("actual", today);
        }
        requireFit(campaign, assessment.lines());
        Award nominated = awards.nominate(
                new AwardLife.Candidacy(
                        campaign.kind().title(), campaign.division(), campaign.year(), campaign.title()),
                Nominee.of(community),
                null);
        entries.add(nominated.id(), campaignId, callers.current().subject(), assessment);
        return view(nominated.id());
    }

    /** Who serves a division above is not of its communities. */
    private DivisionCode ownCommunity() {
        return Optional.ofNullable(callers.current().division())
                .flatMap(territory::find)
                .filter(division -> division.level() == DivisionLevel.COMMUNITY)
                .map(Division::code)
                .orElseThrow(() -> Refusal.of(HttpProblem.OUTSIDE_JURISDICTION));
    }

    /** The points found decide: from the required ones on the title is granted, below them it is not. */
    EntryView review(UUID id, Review review) {
        Award nominated = awards.locked(id);
        CampaignEntry entry = present(id);
        offices.requireAct(reach(entry));
        String person = callers.current().subject();
        if (person.equals(entry.assessedBy())) {
            throw Refusal.of(AdmissionProblem.ALREADY_ACTED).with("capacity", Counterpart.REVIEWER);
        }
        nominated.requireUndecided();
        requireFit(found(entry.campaignId()), review.lines());
        entries.putReview(id, person, LocalDate.now(clock), review);
        if (PointsRule.sum(review.lines()) >= entry.pointsRequired()) {
            awards.grant(nominated);
        } else {
            awards.decline(nominated, null);
        }
        return view(id);
    }

    private static void requireFit(Campaign campaign, List<? extends CriterionPoints> lines) {
        List<FieldError> findings = new PointsRule(campaign.criteria()).findings(lines);
        if (!findings.isEmpty()) {
            Refusal invalid = Refusal.of(AdmissionProblem.POINTS_DO_NOT_FIT);
            findings.forEach(invalid::at);
            throw invalid;
        }
    }

    EntryView seen(UUID id) {
        jurisdiction.requireSee(reach(present(id)));
        return view(id);
    }

    private EntryView view(UUID id) {
        return new EntryView(present(id), entries.lines(id));
    }

    private CampaignEntry present(UUID id) {
        return entries.find(id).orElseThrow(() -> Refusal.of(HttpProblem.NOT_FOUND));
    }

    private static Reach reach(CampaignEntry entry) {
        return Reach.of(entry.division()).concerning(List.of(entry.community()));
    }
}
