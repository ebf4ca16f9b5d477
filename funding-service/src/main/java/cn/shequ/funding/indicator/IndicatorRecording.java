package cn.shequ.funding.indicator;

import cn.shequ.events.funding.IndicatorRecorded;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Keeps the figures of one division and day, and tells of them, once however often it is asked. */
@ApplicationScoped
class IndicatorRecording {

    private static final int SCALE_OF_RATIO = 6;

    private final Indicators indicators;
    private final IndicatorRecords records;
    private final EventLog log;

    IndicatorRecording(Indicators indicators, IndicatorRecords records, EventLog log) {
        this.indicators = indicators;
        this.records = records;
        this.log = log;
    }

    /** Where there was nothing to measure nothing is said. */
    @Transactional
    void record(DivisionCode division, LocalDate day) {
        List<IndicatorRecorded> told = new ArrayList<>();
        for (IndicatorFigure figure : indicators.of(division, day)) {
            if (figure.denominator().isPositive() && records.keep(figure)) {
                told.add(event(figure));
            }
        }
        log.append(told);
    }

    private static IndicatorRecorded event(IndicatorFigure figure) {
        return new IndicatorRecorded(
                figure.indicator(),
                figure.division().value(),
                figure.asOf(),
                figure.numerator().toString(),
                figure.denominator().toString(),
                figure.numerator()
                        .yuan()
                        .divide(figure.denominator().yuan(), SCALE_OF_RATIO, RoundingMode.HALF_UP)
                        .toPlainString(),
                "RATIO",
                figure.target() == null ? null : "1",
                figure.article());
    }
}
