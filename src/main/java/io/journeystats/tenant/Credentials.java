package io.journeystats.tenant;

/** What a caller shows to say who he is, and where he shows it from. */
sealed interface Credentials {

  /** The address it came from. */
  String address();

  /**
   * A key's secret.
   *
   * @param secret as it was sent
   */
  record Key(String secret, String address) implements Credentials {}

  /**
   * A session, from its cookie.
   *
   * @param token as it was sent
   */
  record Session(String token, String address) implements Credentials {}
}
