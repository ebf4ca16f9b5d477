/** How the code of every service is laid out, as rules that its tests check. */
@org.jspecify.annotations.NullMarked
package cn.shequ.kit.architecture;
