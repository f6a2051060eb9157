package io.journeystats.tenant;

/**
 * One thing that a {@link Role} may allow; the names that {@code @RolesAllowed} takes stand in
 * {@link Names}.
 */
public enum Permission {
  INGEST,
  READ,
  MANAGE,
  ADMINISTER,
  OPERATE;

  /** The permissions' names as constants, for annotations. */
  public static final class Names {
    public static final String INGEST = "INGEST";
    public static final String READ = "READ";
    public static final String MANAGE = "MANAGE";
    public static final String ADMINISTER = "ADMINISTER";
    public static final String OPERATE = "OPERATE";

    private Names() {}
  }
}
