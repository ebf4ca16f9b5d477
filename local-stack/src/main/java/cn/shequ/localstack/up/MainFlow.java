package cn.shequ.localstack.up;

import cn.shequ.localstack.issuer.TokenGiver;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is played on an empty data directory: found as a {@link java.util.ServiceLoader service} of this name.
 * It speaks to the suite as any integrator would, through the gateway with a token of the issuer, and it checks
 * every answer.
 */
public interface MainFlow {

    /**
     * Where the flow is played.
     *
     * @param gateway the suite's one door
     * @param tokens for the demonstration persons
     * @param kafka the broker's address; null where it cannot be reached from here
     * @param home the root of the source tree
     * @param data a directory for what the flow writes, such as an export bundle
     * @param speech one line for each step, in the reader's language
     */
    record Stage(URI gateway, TokenGiver tokens, @Nullable String kafka, Path home, Path data, Speech speech) {}

    /**
     * Plays all steps in order. On a data directory where it was played before it must find that out and check
     * rather than do.
     *
     * @throws MainFlowFailed when an answer was not the one the policy asks for
     */
    void play(Stage stage) throws MainFlowFailed;

    /** A step did not come out as it must; the message names the step, what was expected and what came. */
    final class MainFlowFailed extends Exception {
        public MainFlowFailed(String message, Throwable cause) {
            super(message, cause);
        }

        public MainFlowFailed(String message) {
            super(message);
        }
    }
}
