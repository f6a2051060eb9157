package io.journeystats.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import io.journeystats.audit.AuditKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry of a tenant's history says was done. */
public enum HistoryKind {
  TENANT_CREATED,
  TENANT_EDITED,
  TENANT_DELETED,
  TENANT_ERASED,
  KEY_ISSUED,
  KEY_REVOKED,
  JOURNEY_DELETED,
  USER_ERASED,
  SIGNED_IN,
  SIGNED_OUT,
  KEY_REFUSED,
  REQUEST_REFUSED,
  FILE_DOWNLOADED,
  USERS_LISTED;

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is noted of it in the audit log; empty where it is a change. */
  Optional<AuditKind> audit() {
    return Arrays.stream(AuditKind.values()).filter(kind -> kind.name().equals(name())).findAny();
  }

  /** Its name in the log of changes. */
  String change() {
    return this == JOURNEY_DELETED ? TenantHistory.DELETED : key();
  }
}
