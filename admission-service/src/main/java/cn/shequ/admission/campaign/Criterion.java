package cn.shequ.admission.campaign;

/**
 * What a campaign looks at.
 *
 * @param number in the order of the campaign, from 1
 * @param points at most
 */
public record Criterion(int number, String title, int points) {}
