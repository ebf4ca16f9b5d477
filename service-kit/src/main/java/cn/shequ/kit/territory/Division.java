package cn.shequ.kit.territory;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A division as it is for a time: its name, kind and parent may be others before and after.
 *
 * @param kind for instance URBAN_DISTRICT, DEVELOPMENT_ZONE, SUBDISTRICT, COMMUNITY
 * @param parent null for the city
 * @param validTo the last day, or null when open
 */
public record Division(
        DivisionCode code,
        String name,
        DivisionLevel level,
        String kind,
        @Nullable DivisionCode parent,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
