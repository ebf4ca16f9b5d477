package cn.shequ.facilities.premises;

import cn.shequ.facilities.FacilitiesProblem;
import cn.shequ.facilities.area.FloorArea;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.problem.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Service premises of a community, with every area they had (Art. 12, 14).
 *
 * @param areas at least one, in the order of days; an area holds until the next one
 */
@Schema(description = "Service premises of a community, with every area they had.")
public record ServicePremises(
        UUID id,
        DivisionCode community,
        String address,
        HowObtained obtained,
        Title title,
        boolean handedOver,
        List<PremisesUse> uses,
        int version,
        List<Area> areas) {

    /** The area from a day on. */
    public record Area(LocalDate validFrom, FloorArea areaSquareMetres) {}

    public ServicePremises {
        uses = uses.stream().sorted().toList();
        areas = areas.stream().sorted(Comparator.comparing(Area::validFrom)).toList();
        if (handedOver && title != Title.DISTRICT_GOVERNMENT) {
            throw Refusal.of(FacilitiesProblem.PREMISES_TITLE)
                    .with("required", Title.DISTRICT_GOVERNMENT.name())
                    .with("actual", title.name());
        }
    }

    static ServicePremises of(UUID id, NewPremises asked) {
        return new ServicePremises(
                id,
                asked.community(),
                asked.address(),
                asked.obtained(),
                asked.title(),
                asked.handedOver(),
                List.copyOf(asked.uses()),
                1,
                List.of(new Area(asked.validFrom(), asked.areaSquareMetres())));
    }

    /** @throws Refusal when the day has an area already or lies before the first */
    ServicePremises with(Area change) {
        LocalDate first = areas.getFirst().validFrom();
        if (change.validFrom().isBefore(first)) {
            throw Refusal.of(FacilitiesProblem.AREA_BEFORE_FIRST)
                    .with("present", first.toString())
                    .with("validFrom", change.validFrom().toString());
        }
        areas.stream()
                .filter(area -> area.validFrom().equals(change.validFrom()))
                .findFirst()
                .ifPresent(taken -> {
                    throw Refusal.of(FacilitiesProblem.AREA_DAY_TAKEN)
                            .with("present", taken.areaSquareMetres().toString())
                            .with("validFrom", change.validFrom().toString());
                });
        List<Area> all = Stream.concat(areas.stream(), Stream.of(change)).toList();
        return new ServicePremises(id, community, address, obtained, title, handedOver, uses, version + 1, all);
    }
}
