package cn.shequ.kit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.kit.problem.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,0", "bytes=5-,5,9", "bytes=-3,7,9", "bytes=-30,0,9", "bytes=2-99,2,9", "bytes=9-9,9,9"})
    void a_range_is_cut_to_what_there_is(String header, long first, long last) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange(first, last));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"bytes=-", "bytes=5-2", "bytes=0-1,4-5", "lines=1-2", "bytes=a-b", ""})
    void what_is_no_single_range_gets_the_whole(String header) {
        assertThat(ByteRange.of(header, 10)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0"})
    void a_range_behind_the_end_is_refused(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, 10))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(DocumentProblem.RANGE_NOT_SATISFIABLE));
    }
}
