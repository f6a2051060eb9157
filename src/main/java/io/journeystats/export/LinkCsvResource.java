package io.journeystats.export;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.dashboard.CommunicationsResource;
import io.journeystats.journey.Channel;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The links of a message as a file. */
@Path("/api/v1/journeys/{journey}/stats/channels/{channel}/messages/{step}/links.csv")
@Produces("text/csv")
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Files")
public final class LinkCsvResource {
  private final CsvDesk desk;

  /** Serves from the desk. */
  public LinkCsvResource(CsvDesk desk) {
    this.desk = desk;
  }

  /** A row for each link that was clicked. */
  @GET
  @CsvAnswer
  @Audited(AuditKind.FILE_DOWNLOADED)
  @Operation(
      operationId = "getLinksFile",
      summary = "How often each link of a message was clicked, as a file",
      description = "All links, most clicks first; the clicks that name no link are a row, too.")
  public Response links(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("channel") String channelKey,
      @PathParam("step") String step,
      @BeanParam CsvParameters parameters) {
    Channel channel = CommunicationsResource.channel(channelKey);
    return desk.answer(caller, journey, parameters, tables -> tables.links(channel, step));
  }
}
