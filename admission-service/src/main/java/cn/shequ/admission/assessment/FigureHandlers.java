package cn.shequ.admission.assessment;

import cn.shequ.events.Indicator;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;

/** Every service tells of its figures, this one included, and all are kept in the same way (Art. 36). */
@ApplicationScoped
class FigureHandlers {

    private final RecordedFigures figures;

    FigureHandlers(RecordedFigures figures) {
        this.figures = figures;
    }

    @Produces
    @Singleton
    EventHandler<cn.shequ.events.admission.IndicatorRecorded> ofAdmission() {
        return new Keeping<>(cn.shequ.events.admission.IndicatorRecorded.class, "admission", figures);
    }

    @Produces
    @Singleton
    EventHandler<cn.shequ.events.facilities.IndicatorRecorded> ofFacilities() {
        return new Keeping<>(cn.shequ.events.facilities.IndicatorRecorded.class, "facilities", figures);
    }

    @Produces
    @Singleton
    EventHandler<cn.shequ.events.funding.IndicatorRecorded> ofFunding() {
        return new Keeping<>(cn.shequ.events.funding.IndicatorRecorded.class, "funding", figures);
    }

    @Produces
    @Singleton
    EventHandler<cn.shequ.events.workforce.IndicatorRecorded> ofWorkforce() {
        return new Keeping<>(cn.shequ.events.workforce.IndicatorRecorded.class, "workforce", figures);
    }

    private record Keeping<T extends Indicator>(Class<T> handles, String source, RecordedFigures figures)
            implements EventHandler<T> {

        /** Where nothing was there to measure there is no figure to keep. */
        @Override
        public void handle(EventEnvelope<T> event) {
            String value = event.data().value();
            if (value != null) {
                figures.keep(event.data(), new BigDecimal(value), source);
            }
        }
    }
}
