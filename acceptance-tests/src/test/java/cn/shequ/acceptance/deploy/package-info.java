/** What stands in {@code deploy} fits what the services are and what the documents say. */
@NullMarked
package cn.shequ.acceptance.deploy;

import org.jspecify.annotations.NullMarked;
