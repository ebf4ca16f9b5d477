package cn.shequ.admission.task;

import cn.shequ.admission.groupvote.Capacity;
import cn.shequ.admission.groupvote.Decision;
import cn.shequ.admission.groupvote.Tally;
import cn.shequ.kit.division.DivisionCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application that was submitted, with what is on record about it.
 *
 * @param communities those it asks for, as they were on the day of submission
 * @param tally the votes of the present round; of a decision, those that it rests on
 * @param steps what was done with it, oldest first
 * @param signedAs in what capacity it was signed, or its signature refused
 */
public record TaskFile(
        TaskApplication application,
        List<DivisionCode> communities,
        Tally tally,
        @Nullable Decision decision,
        List<Step> steps,
        @Nullable Capacity signedAs) {

    private static final Set<TaskCommand> BEGIN_A_ROUND = Set.of(TaskCommand.SUBMIT, TaskCommand.PASS_UP);
    private static final Set<TaskCommand> RECUSE = Set.of(TaskCommand.RECUSE_MEMBER, TaskCommand.RECUSE_LEADER);

    /** The last step of a kind, where it belongs to the present round. */
    public Optional<Step> last(TaskCommand command) {
        return ofThisRound().stream().filter(step -> step.command() == command).reduce((earlier, later) -> later);
    }

    /** Who voted in the present round, in the order of their votes. */
    public List<String> voters() {
        return ofThisRound().stream()
                .filter(step -> step.command() == TaskCommand.CAST_VOTE)
                .map(Step::person)
                .toList();
    }

    /** Who takes no part, in whatever round that was said. */
    public List<Step> recusals() {
        return steps.stream().filter(step -> RECUSE.contains(step.command())).toList();
    }

    private List<Step> ofThisRound() {
        int begin = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (BEGIN_A_ROUND.contains(steps.get(i).command())) {
                begin = i;
            }
        }
        return steps.subList(begin, steps.size());
    }
}
