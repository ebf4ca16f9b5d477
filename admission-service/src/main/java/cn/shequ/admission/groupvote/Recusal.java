package cn.shequ.admission.groupvote;

import java.util.UUID;

/**
 * Somebody takes no part in a matter.
 *
 * @param recordedBy the subject of who said so: the person, or the group's office
 */
public record Recusal(UUID person, String reason, String recordedBy) {}
