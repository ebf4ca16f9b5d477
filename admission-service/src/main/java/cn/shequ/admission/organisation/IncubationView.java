package cn.shequ.admission.organisation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An incubation and how it stands today. */
public record IncubationView(@JsonUnwrapped Incubation incubation, IncubationState state) {}
