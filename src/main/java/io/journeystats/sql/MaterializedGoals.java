package io.journeystats.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.common.hash.Hashing;
import io.journeystats.http.Json;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.query.BoundedStaleness;
import io.journeystats.query.TimeRange;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The goals whose conversions are materialized, as far as this instance knows. A delay of seconds
 * is harmless: materialized conversions stay, and the rest is computed from the events. So only the
 * first answers of a tenant wait for it.
 */
public final class MaterializedGoals {
  private static final Duration REFRESH = Duration.ofSeconds(5);

  /** Far shorter than the time for which dropped conversions stay readable. */
  private static final Duration EXPIRY = Duration.ofMinutes(1);

  /** The maximum number of known definitions, of about 200 bytes each. */
  private static final long MOST_KNOWN = 200_000;

  /** Conversions of a range this short are cheaper to compute than to read and complete. */
  private static final Duration SHORT = Duration.ofDays(2);

  /** To be changed with what the statements take for a conversion. */
  private static final int VERSION = 1;

  private final ConversionStatements store;
  private final LoadingCache<TenantId, Known> known;
  private final Cache<Goal, UUID> definitions;
  private final Follower follower;
  private final BoundedStaleness lateness;
  private final ObjectMapper json = Json.mapper();

  /** Brings materialized conversions up to date on request. */
  public interface Follower {
    /** Does nothing. */
    Follower NONE = (_, _, _) -> Optional.empty();

    /**
     * Adds the conversions of some goals that new events caused, unless that was just done.
     *
     * @param goals the goals by journey; all of them are filled
     * @param earliest what came in before this time is wanted, by the cache's ticker
     * @return a time: what came in before it is there; empty where that is not known
     */
    Optional<Long> follow(TenantId tenant, Map<JourneyId, List<Goal>> goals, long earliest);
  }

  /** Knowledge that is read from that database. */
  public MaterializedGoals(DSLContext database) {
    this.store = new ConversionStatements(database);
    this.definitions = Caffeine.newBuilder().weakKeys().build();
    this.follower = Follower.NONE;
    this.lateness = new BoundedStaleness(0, 0);
    this.known =
        Caffeine.newBuilder()
            .refreshAfterWrite(REFRESH)
            .expireAfterWrite(EXPIRY)
            .maximumWeight(MOST_KNOWN)
            .weigher((TenantId _, Known some) -> 10 + some.materialized().size())
            .executor(task -> Thread.ofVirtual().start(task))
            .build(store::load);
  }

  private MaterializedGoals(MaterializedGoals same, Follower follower, BoundedStaleness lateness) {
    this.store = same.store;
    this.known = same.known;
    this.definitions = same.definitions;
    this.follower = follower;
    this.lateness = lateness;
  }

  /**
   * The same for statements that can do without what came in last: they rely on the conversions
   * that are kept, as far as those have the rest.
   */
  MaterializedGoals within(Follower some, BoundedStaleness allowed) {
    return new MaterializedGoals(this, some, allowed);
  }

  /**
   * The goal definition whose conversions are materialized.
   *
   * @param journey the journey
   * @param id the hash of the goal's definition
   */
  record Definition(JourneyId journey, UUID id) {}

  /**
   * How far the conversions of a definition are kept.
   *
   * @param number of the filling
   * @param version of the watermark
   * @param covers what was inserted up to this second since 1970 is in it; 0 while it is filled for
   *     the first time
   */
  record Filling(long number, long version, long covers) {
    /** Returns whether an instance is still writing it, so that readers must not use it. */
    boolean isBegun() {
      return covers == 0;
    }
  }

  /**
   * The fillings of a tenant.
   *
   * @param materialized the latest of each definition
   */
  record Known(Map<Definition, Filling> materialized) {
    Known {
      materialized = Map.copyOf(materialized);
    }

    Optional<Filling> find(Definition definition) {
      return Optional.ofNullable(materialized.get(definition));
    }
  }

  /** What a statement about these goals and that time may rely on. */
  MaterializedConversions of(TenantData data, GoalTable goals, TimeRange range) {
    Map<JourneyId, Map<Goal, Integer>> computed = goals.computed();
    if (computed.isEmpty()) {
      return MaterializedConversions.NONE;
    }
    Known ofTenant = known.get(data.tenant());
    Map<Long, BigInteger> rows = new LinkedHashMap<>();
    Set<String> missing = new HashSet<>();
    long covers = Long.MAX_VALUE;
    for (var journey : computed.entrySet()) {
      for (var goal : journey.getValue().entrySet()) {
        Optional<Filling> filling =
            ofTenant.materialized().isEmpty()
                ? Optional.empty()
                : ofTenant.find(definition(journey.getKey(), goal.getKey()));
        if (filling.isPresent()) {
          BigInteger row = GoalMask.counting(Set.of(goal.getValue()));
          rows.merge(filling.get().number(), row, BigInteger::or);
          covers = Math.min(covers, filling.get().covers());
        } else {
          goal.getKey().conditions().map(GoalConditions::eventName).ifPresent(missing::add);
        }
      }
    }
    if (rows.isEmpty()) {
      return MaterializedConversions.NONE;
    }
    if (missing.isEmpty() && isFollowed(data.tenant(), computed)) {
      return new MaterializedConversions(rows, covers, missing, Optional.empty());
    }
    Optional<Instant> changedFrom =
        store.first(
            new TenantConversions(data)
                .firstChange(
                    covers, goals, goals.eventNames(), range.reachingBack(goals.longestPeriod())));
    return changedFrom.isPresent() && isShort(range)
        ? MaterializedConversions.NONE
        : new MaterializedConversions(rows, covers, missing, changedFrom);
  }

  private static boolean isShort(TimeRange range) {
    return range
        .from()
        .flatMap(from -> range.to().map(to -> Duration.between(from, to)))
        .filter(length -> length.compareTo(SHORT) <= 0)
        .isPresent();
  }

  private boolean isFollowed(TenantId tenant, Map<JourneyId, Map<Goal, Integer>> goals) {
    Map<JourneyId, List<Goal>> byJourney = new HashMap<>();
    goals.forEach((journey, some) -> byJourney.put(journey, List.copyOf(some.keySet())));
    Optional<Long> time = follower.follow(tenant, byJourney, lateness.earliest());
    time.ifPresent(lateness::note);
    return time.isPresent();
  }

  /** Lets what is known of a tenant be read again soon. */
  void refresh(TenantId tenant) {
    if (known.getIfPresent(tenant) != null) {
      var _ = known.refresh(tenant);
    }
  }

  /** The definition of a goal: goals with equal ones have the same conversions. */
  Definition definition(JourneyId journey, Goal goal) {
    return new Definition(journey, definitions.get(goal, this::hash));
  }

  private UUID hash(Goal goal) {
    Map<String, Object> defining = new LinkedHashMap<>();
    defining.put("version", VERSION);
    defining.put("conditions", goal.conditions());
    defining.put("step", goal.goalStepId());
    defining.put("days", goal.conversionPeriodDays());
    try {
      ByteBuffer hash =
          ByteBuffer.wrap(Hashing.sha256().hashBytes(json.writeValueAsBytes(defining)).asBytes());
      return new UUID(hash.getLong(), hash.getLong());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a goal that cannot be written", impossible);
    }
  }
}
