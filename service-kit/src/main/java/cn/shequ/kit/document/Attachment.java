package cn.shequ.kit.document;

import cn.shequ.kit.division.DivisionCode;
import java.util.UUID;

/**
 * A document belongs to a resource from now on; it is never detached.
 *
 * @param kind what the resource is, a word of the service's own such as {@code EXPENDITURE}
 * @param owner the resource
 * @param division where the resource stands
 */
public record Attachment(String kind, UUID owner, DivisionCode division, String digest) {}
