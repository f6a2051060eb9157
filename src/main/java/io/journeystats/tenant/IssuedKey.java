package io.journeystats.tenant;

/**
 * A newly issued key with its secret.
 *
 * @param id the key's public id
 * @param key the secret to send as the bearer token
 * @param role the key's role
 */
public record IssuedKey(String id, String key, Role role) {
  /** Omits the secret, so that it does not appear in logs. */
  @Override
  public String toString() {
    return "IssuedKey[id=" + id + ", role=" + role + "]";
  }
}
