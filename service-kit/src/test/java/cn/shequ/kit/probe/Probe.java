package cn.shequ.kit.probe;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.money.Money;
import java.util.UUID;

public record Probe(UUID id, DivisionCode division, String name, Money amount, int version) {}
