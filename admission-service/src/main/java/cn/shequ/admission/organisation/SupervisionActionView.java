package cn.shequ.admission.organisation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An act of supervision and whether anything is still to come of it today. */
public record SupervisionActionView(@JsonUnwrapped SupervisionAction action, SupervisionState state) {}
