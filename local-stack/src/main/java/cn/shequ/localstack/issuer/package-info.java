/**
 * An OpenID Connect issuer for one machine: real signed tokens, demonstration persons, no passwords worth stealing.
 * Real deployments use Keycloak with the same claims.
 */
@NullMarked
package cn.shequ.localstack.issuer;

import org.jspecify.annotations.NullMarked;
