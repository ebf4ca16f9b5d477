package cn.shequ.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;

/**
 * What the Docker engine has of a container.
 *
 * @param addresses of this machine, at which it is published
 * @param volumes with its data
 */
public record Traces(String container, List<String> addresses, List<String> volumes) {

    public static Traces of(LoopbackContainer container) {
        InspectContainerResponse seen =
                engine().inspectContainerCmd(container.id()).exec();
        List<String> addresses = seen.getHostConfig().getPortBindings().getBindings().values().stream()
                .flatMap(Arrays::stream)
                .map(binding -> binding.getHostIp())
                .toList();
        List<String> volumes = seen.getMounts().stream()
                .map(InspectContainerResponse.Mount::getName)
                .filter(Objects::nonNull)
                .toList();
        return new Traces(container.id(), addresses, volumes);
    }

    public void assertGone() {
        assertThatThrownBy(() -> engine().inspectContainerCmd(container).exec()).isInstanceOf(NotFoundException.class);
        assertThat(volumes).isNotEmpty().allSatisfy(volume -> assertThatThrownBy(
                        () -> engine().inspectVolumeCmd(volume).exec())
                .isInstanceOf(NotFoundException.class));
    }

    private static DockerClient engine() {
        return DockerClientFactory.instance().client();
    }
}
