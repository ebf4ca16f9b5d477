/** Keycloak on this machine, with the realm of {@code deploy/keycloak}: what real deployments use, for the acceptance tests. */
@NullMarked
package cn.shequ.localstack.keycloak;

import org.jspecify.annotations.NullMarked;
