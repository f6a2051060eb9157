package io.journeystats.tenant;

/**
 * A permission that a {@link Role} may include. {@link Names} has the constants for
 * {@code @RolesAllowed}.
 */
public enum Permission {
  INGEST,
  READ,
  MANAGE,
  ADMINISTER,
  OPERATE;

  /** The permission names as constants, for annotations. */
  public static final class Names {
    public static final String INGEST = "INGEST";
    public static final String READ = "READ";
    public static final String MANAGE = "MANAGE";
    public static final String ADMINISTER = "ADMINISTER";
    public static final String OPERATE = "OPERATE";

    private Names() {}
  }
}
