package cn.shequ.funding.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.funding.expenditure.PayeeKind;
import org.junit.jupiter.api.Test;

class PayeeMaskTest {

    @Test
    void a_person_is_masked_and_so_is_who_was_not_said_to_be_an_organisation() {
        assertThat(PayeeMask.shown("张三", PayeeKind.PERSON)).isEqualTo("张**");
        assertThat(PayeeMask.shown("欧阳某某", null)).isEqualTo("欧**");
        assertThat(PayeeMask.shown("𠮷田", PayeeKind.PERSON)).isEqualTo("𠮷**");
        assertThat(PayeeMask.shown("某某文印店", PayeeKind.ORGANISATION)).isEqualTo("某某文印店");
        assertThat(PayeeMask.shown(null, PayeeKind.PERSON)).isNull();
    }
}
