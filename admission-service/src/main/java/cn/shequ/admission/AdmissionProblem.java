package cn.shequ.admission;

import cn.shequ.kit.problem.ProblemCode;
import java.util.List;

/** Every refusal of this service, with the articles it rests on. */
public enum AdmissionProblem implements ProblemCode {
    DEPARTMENT_EXISTS(409),
    DEPARTMENT_SUCCEEDED(409),
    DEPARTMENT_UNKNOWN(422),
    LEVEL_DOES_NOT_FIT(422),
    LEADING_GROUP_EXISTS(409, 34),
    LEADING_GROUP_LEVEL(422, 34),
    LEADER_MAY_NOT_VOTE(422, 5),
    DUTY_EXISTS(409),
    DUTY_NAMES_A_DOMAIN(422, 4),

    FORM_CONTRADICTORY(422),
    FORM_INCOMPLETE(422, 5, 11),
    AREA_OUTSIDE_DIVISION(422, 4),
    TOO_MANY_COMMUNITIES(422),
    NO_GROUP_OF_SAME_LEVEL(422, 5),
    STAGE_FORBIDS(409, 5),
    GROUP_OF_ANOTHER_LEVEL(403, 5),
    NOT_A_MEMBER(403, 5),
    NOT_THE_PRINCIPAL_LEADER(403, 5),
    ALREADY_ACTED(409),
    ALREADY_VOTED(409),
    NOBODY_TO_RECUSE(422),
    RECUSAL_OF_ANOTHER(403),
    QUORUM_NOT_REACHED(422),
    VALIDITY_OVER(422, 5),
    NOTHING_TO_RENEW(422, 5),

    TASK_IS_ADMITTED(422, 4, 5),
    DUTY_IS_STATUTORY(422, 4),
    REFUSAL_CLOSED(409, 4),
    APPLICATION_DOES_NOT_ANSWER(422, 4),

    PLACEMENT_NOT_IN_COMMUNITY(422, 5),
    EXIT_IS_PROPOSED(409, 5),
    EXIT_STAGE_FORBIDS(409, 5),
    EXIT_OF_OTHER_SIDE(403, 5),
    POSITION_STATED(409, 5),
    POSITION_AWAITED(422, 5),

    SEAL_MATTER_EXISTS(409),
    SEAL_MATTER_ENDED(409),
    SEAL_MATTER_OUTSIDE_CATALOGUE(422, 8),
    SEAL_DEMAND_REFUSED(422, 8),
    SEAL_EXISTS(409),
    SEAL_STAGE_FORBIDS(409),
    SEAL_NOTICE_RUNS(422),
    NO_SEAL_IN_USE(422),
    DOCUMENT_HAS_BLANKS(422),
    SEAL_USE_DECIDED(409);

    private final int status;
    private final List<Integer> articles;

    AdmissionProblem(int status, Integer... articles) {
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
        return "messages/admission";
    }
}
