/** Campaigns for harmonious, civilised, safe and happy communities: criteria, self-assessment, review, title (Art. 30, 36). */
@NullMarked
package cn.shequ.admission.campaign;

import org.jspecify.annotations.NullMarked;
