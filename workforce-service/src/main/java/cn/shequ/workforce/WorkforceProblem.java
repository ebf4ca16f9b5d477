package cn.shequ.workforce;

import cn.shequ.kit.problem.ProblemCode;
import java.util.List;

/** Everything this service refuses. */
public enum WorkforceProblem implements ProblemCode {
    AS_OF_OUT_OF_RANGE(400),
    NOT_REGISTERED(404),
    ALREADY_REGISTERED(409, 19),
    CONSENT_REQUIRED(422),
    GUARDIAN_CONSENT_REQUIRED(422),
    GUARDIAN_NOT_KEPT(422),
    NOT_A_COMMUNITY(422, 19),

    ELECTION_OUTSIDE_COMMUNITY(422),
    ELECTION_TO_COME(422),
    ELECTION_RECORDED(409),
    ELECTION_BEFORE_THE_LAST(422),
    TERM_NUMBER_DOES_NOT_FOLLOW(422),
    EARLY_ELECTION_WITHOUT_GROUNDS(422),
    ELECTION_IS_NOT_EARLY(422),
    COMMITTEE_TOO_SMALL(422),
    COMMITTEE_TOO_LARGE(422);

    private final int status;
    private final List<Integer> articles;

    WorkforceProblem(int status, Integer... articles) {
        this.status = status;
        this.articles = List.of(articles);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public List<Integer> articles() {
        return articles;
    }

    @Override
    public String bundle() {
        return "messages/workforce";
    }
}
