/** What is demanded of communities and on what it rests; forms and ledgers come from one catalogue (Art. 6, 7). */
@NullMarked
package cn.shequ.admission.burden;

import org.jspecify.annotations.NullMarked;
