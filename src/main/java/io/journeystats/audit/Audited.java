package io.journeystats.audit;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a resource's method that it is noted who reads what it answers. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {
  /** What reading it is. */
  AuditKind value();

  /** What a request is about that its path does not name. */
  final class About {
    private static final String PROPERTY = Audited.class.getName() + ".";

    private About() {}

    /** Notes the id of the journey. */
    public static void journey(ContainerRequestContext request, String id) {
      request.setProperty(PROPERTY + AuditFeature.JOURNEY, id);
    }

    /** Notes what kind of export it is. */
    public static void exportKind(ContainerRequestContext request, String kind) {
      request.setProperty(PROPERTY + AuditFeature.EXPORT_KIND, kind);
    }

    /** What was noted under a name; empty where nothing was. */
    static String read(ContainerRequestContext request, String name) {
      return request.getProperty(PROPERTY + name) instanceof String noted ? noted : "";
    }
  }
}
