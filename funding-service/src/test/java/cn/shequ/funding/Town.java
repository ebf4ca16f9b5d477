package cn.shequ.funding;

import cn.shequ.kit.division.DivisionCode;
import java.util.List;

/** A small city of a test's own: two urban districts with a subdistrict each, and three communities in the first. */
public record Town(
        DivisionCode city,
        DivisionCode district,
        DivisionCode neighbour,
        DivisionCode street,
        DivisionCode neighbourStreet,
        List<DivisionCode> communities,
        String ledger,
        String pool) {

    public DivisionCode community() {
        return communities.getFirst();
    }
}
