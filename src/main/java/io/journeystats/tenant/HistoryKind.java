package io.journeystats.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import io.journeystats.audit.AuditKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of an entry in a tenant's history. */
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

  /** Returns the name in JSON. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the kind in the audit log; empty if the entry is a change. */
  Optional<AuditKind> audit() {
    return Arrays.stream(AuditKind.values()).filter(kind -> kind.name().equals(name())).findAny();
  }

  /** Returns the name in the change log. */
  String change() {
    return this == JOURNEY_DELETED ? TenantHistory.DELETED : key();
  }
}
