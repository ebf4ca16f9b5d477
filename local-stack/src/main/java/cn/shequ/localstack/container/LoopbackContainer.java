package cn.shequ.localstack.container;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * A server in a container, published at one port of 127.0.0.1. It can be killed and started again: its data and its port
 * stay the same until it is closed, which leaves nothing of it.
 */
public final class LoopbackContainer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Asks the server for something; whatever is thrown means that it is not ready yet. */
    public interface Question {
        void ask() throws Exception;
    }

    private final GenericContainer<?> container;
    private final Question question;

    private LoopbackContainer(GenericContainer<?> container, Question question) {
        this.container = container;
        this.question = question;
    }

    /**
     * Returns when the server answers.
     *
     * @param port of 127.0.0.1
     * @param inside the port that the server listens on in the container
     */
    public static LoopbackContainer start(GenericContainer<?> container, int port, int inside, Question question)
            throws IOException {
        LoopbackContainer started = new LoopbackContainer(container, question);
        container.setPortBindings(List.of("127.0.0.1:" + port + ":" + inside));
        container.waitingFor(started.new Answer());
        try {
            container.start();
            return started;
        } catch (RuntimeException e) {
            container.stop();
            throw new IOException(container.getDockerImageName() + " does not start in a container", e);
        }
    }

    /** At the first start Testcontainers waits, and shows the container's words if it was in vain. */
    private final class Answer extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {
            awaitAnswer();
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                question.ask();
                return;
            } catch (Exception e) {
                if (System.nanoTime() > deadline || !container.isRunning()) {
                    throw new IllegalStateException(container.getDockerImageName() + " does not answer", e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Kills all processes of the container, as a power cut would. */
    public void kill() {
        docker().killContainerCmd(container.getContainerId()).exec();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (container.isRunning()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(container.getDockerImageName() + " was killed and does not go");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Starts it again after it was killed; returns when it answers. */
    public void restart() {
        docker().startContainerCmd(container.getContainerId()).exec();
        awaitAnswer();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }

    /** The engine's name for it. */
    public String id() {
        return container.getContainerId();
    }

    /** Removes the container with all its data. */
    @Override
    public void close() {
        container.stop();
    }
}
