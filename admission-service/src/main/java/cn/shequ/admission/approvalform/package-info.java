/** The approval form on paper (社区工作准入审批表, Art. 5), with a code by which anybody can check a print of it. */
@NullMarked
package cn.shequ.admission.approvalform;

import org.jspecify.annotations.NullMarked;
