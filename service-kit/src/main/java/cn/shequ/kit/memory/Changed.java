package cn.shequ.kit.memory;

import org.jspecify.annotations.Nullable;

/**
 * Something was written that somebody may remember. Whoever writes it fires this event in the same transaction; what other
 * processes write, the database tells (channel {@value Watch#CHANNEL}).
 *
 * @param place what it concerns, such as the code of a community; null when that may be anything
 */
public record Changed(@Nullable String place) {}
