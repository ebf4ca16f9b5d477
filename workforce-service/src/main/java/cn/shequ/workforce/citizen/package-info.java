/** Citizen identity numbers, checked and never shown in full. */
@NullMarked
package cn.shequ.workforce.citizen;

import org.jspecify.annotations.NullMarked;
