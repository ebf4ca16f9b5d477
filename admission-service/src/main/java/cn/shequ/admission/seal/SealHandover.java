package cn.shequ.admission.seal;

import java.time.LocalDate;

/** A handover as it is kept, numbered for each seal from 1. */
public record SealHandover(
        int number, String fromCustodian, String toCustodian, String reason, LocalDate handedOn, String recordedBy) {}
