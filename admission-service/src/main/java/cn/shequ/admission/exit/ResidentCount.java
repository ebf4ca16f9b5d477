package cn.shequ.admission.exit;

import java.time.LocalDate;

/** How many residents a community had on a day, as facilities counted them. */
record ResidentCount(int residents, LocalDate asOf) {}
