package io.journeystats.audit;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a resource method whose responses are recorded in the audit log. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {
  /** The kind of access. */
  AuditKind value();

  /** Details of a request that its path does not contain. */
  final class About {
    private static final String PROPERTY = Audited.class.getName() + ".";

    private About() {}

    /** Sets the journey's id. */
    public static void journey(ContainerRequestContext request, String id) {
      request.setProperty(PROPERTY + AuditFeature.JOURNEY, id);
    }

    /** Sets the kind of export. */
    public static void exportKind(ContainerRequestContext request, String kind) {
      request.setProperty(PROPERTY + AuditFeature.EXPORT_KIND, kind);
    }

    /** Returns a detail; empty if it is not set. */
    static String read(ContainerRequestContext request, String name) {
      return request.getProperty(PROPERTY + name) instanceof String detail ? detail : "";
    }
  }
}
