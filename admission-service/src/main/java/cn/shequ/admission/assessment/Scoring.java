package cn.shequ.admission.assessment;

import cn.shequ.kit.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the targets came to, by the row of the rulebook that holds today where they are set. */
@ApplicationScoped
class Scoring {

    private static final String MISSING = "assessment.missing-counts-as-not-met";

    private final Rulebook rulebook;

    Scoring(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    Score score(Assessment assessment, List<TargetFigure> targets) {
        return Score.of(targets, rulebook.today(MISSING, assessment.division()));
    }
}
