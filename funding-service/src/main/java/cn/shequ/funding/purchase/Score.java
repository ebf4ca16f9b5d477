package cn.shequ.funding.purchase;

import java.util.UUID;

/** The points that an evaluator gave a bid under one criterion, 0 to 100. */
public record Score(UUID bid, String criterion, String evaluator, int points) {}
