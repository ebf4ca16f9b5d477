package cn.shequ.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void ids_sort_in_the_order_in_which_they_were_made_however_quickly() {
        List<String> made =
                Stream.generate(Ids::next).limit(100_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void an_id_is_a_uuid_of_version_7() {
        assertThat(Ids.next().version()).isEqualTo(7);
    }
}
