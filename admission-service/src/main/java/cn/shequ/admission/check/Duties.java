package cn.shequ.admission.check;

import cn.shequ.admission.duty.OfficeDuty;
import cn.shequ.admission.duty.StatutoryDuty;
import org.jspecify.annotations.Nullable;

/** What the catalogues hold under a code. */
record Duties(@Nullable StatutoryDuty byLaw, @Nullable OfficeDuty ofOffice) {}
