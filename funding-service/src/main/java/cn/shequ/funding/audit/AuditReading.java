package cn.shequ.funding.audit;

import java.time.Instant;
import java.util.UUID;

/** Who read which voucher under an audit, and when. */
public record AuditReading(UUID id, UUID entry, String by, Instant at) {}
