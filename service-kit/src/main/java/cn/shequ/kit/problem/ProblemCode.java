package cn.shequ.kit.problem;

import java.util.List;
import java.util.Locale;

/**
 * One kind of refusal. A service lists all of its own in one enum, so that its whole error contract
 * stands on one screen; the texts stand in the bundle under {@code <code>.title} and {@code <code>.detail}.
 */
public interface ProblemCode {

    /** The enum constant's name. */
    String name();

    /** The HTTP status, 400 to 599. */
    int status();

    /** The articles of the policy that the refusal rests on; empty when it rests on none. */
    List<Integer> articles();

    /** The resource bundle of the texts, for instance {@code messages/funding}. */
    String bundle();

    /** The stable code in the answer: {@code over-budget} for {@code OVER_BUDGET}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
