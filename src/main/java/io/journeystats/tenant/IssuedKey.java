package io.journeystats.tenant;

/**
 * A key at the one moment when its secret is shown.
 *
 * @param id the key's public id
 * @param key the secret to send as the bearer token
 * @param role what it allows
 */
public record IssuedKey(String id, String key, Role role) {
  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "IssuedKey[id=" + id + ", role=" + role + "]";
  }
}
