/** The use of each community's money, made public for every period (公开), and residents' questions about it (Art. 16). */
@NullMarked
package cn.shequ.funding.disclosure;

import org.jspecify.annotations.NullMarked;
